import type { Execute, Opened } from '#db/connection.ts'

export type Copies = { finished: number; running: number }

/**
 * Copies what a demonstration has run, finished and running alike, with ids, times and hashes of their own, spread over
 * the last three years. Every constraint and trigger holds; only the hash chain of a copy is made up.
 */
export function copyInstances(opened: Opened, { finished, running }: Copies): Promise<void> {
  return opened.dedicated(async (execute) => {
    await execute(replaceIds)
    await copy(execute, `status <> 'running'`, finished)
    await copy(execute, `status = 'running' and not incident`, running)
    await execute('analyze')
  })
}

async function copy(execute: Execute, which: string, count: number): Promise<void> {
  await execute('begin')
  for (const statement of statements(which, count)) await execute(statement)
  await execute('commit')
}

const replaceIds = `create function pg_temp.replace_ids(body text, ids json) returns text language plpgsql as $$
declare pair json;
begin
  for pair in select * from json_array_elements(ids) loop body := replace(body, pair->>0, pair->>1); end loop;
  return body;
end $$`

const shifted = (column: string) => `${column} - c.age`

const statements = (which: string, count: number) => [
  `create temp table copies on commit drop as
   with sources as (select agency_id, id, row_number() over (order by agency_id, id) - 1 as place, count(*) over () as many
     from instances where ${which})
   select s.agency_id, s.id as source, gen_random_uuid() as id, make_interval(mins => (n * 1576800.0 / ${count})::int) as age
   from generate_series(1, ${count}) n join sources s on s.place = n % s.many`,
  `create temp table task_copies on commit drop as
   select c.agency_id, c.id as instance, t.id as source, gen_random_uuid() as id
   from copies c join tasks t on t.agency_id = c.agency_id and t.instance_id = c.source`,
  'create index on task_copies (instance, source)',
  'analyze copies',
  'analyze task_copies',
  `insert into instances (agency_id, id, slug, version, digest, status, revision, state, head_hash, ticket_hash, title, incident,
     open_tasks, waits, suspended, state_shape, started_at, due_at, ended_at)
   select c.agency_id, c.id, i.slug, i.version, i.digest, i.status, i.revision,
     pg_temp.replace_ids(i.state::text, (select json_agg(json_build_array(k.source, k.id)) from task_copies k where k.instance = c.id))::jsonb,
     encode(sha256((c.id::text || i.revision)::bytea), 'hex'), encode(sha256(('t' || c.id)::bytea), 'hex'), i.title, i.incident, i.open_tasks,
     i.waits, i.suspended, i.state_shape,
     ${shifted('i.started_at')}, ${shifted('i.due_at')}, ${shifted('i.ended_at')}
   from copies c join instances i on i.agency_id = c.agency_id and i.id = c.source`,
  `insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, claimed_by, excluded, completed_by,
     outcome, opened_at, due_at, closed_at)
   select c.agency_id, k.id, c.id, ${shifted('t.instance_started_at')}, t.node, t.title, t.round, t.status, t.claimed_by, t.excluded,
     t.completed_by, t.outcome, ${shifted('t.opened_at')}, ${shifted('t.due_at')}, ${shifted('t.closed_at')}
   from copies c join task_copies k on k.instance = c.id join tasks t on t.agency_id = c.agency_id and t.id = k.source`,
  `insert into task_candidates (agency_id, task_id, ordinal, position_id, person_id, applicant)
   select k.agency_id, k.id, t.ordinal, t.position_id, t.person_id, t.applicant
   from task_copies k join task_candidates t on t.agency_id = k.agency_id and t.task_id = k.source`,
  `insert into events (agency_id, instance_id, revision, type, body, data, data_salt, data_digest, task_id, at, hash)
   select c.agency_id, c.id, e.revision, e.type,
     case when k.id is null then e.body else jsonb_set(e.body, '{taskId}', to_jsonb(k.id)) end, e.data, e.data_salt, e.data_digest,
     k.id, ${shifted('e.at')}, encode(sha256((c.id::text || e.revision)::bytea), 'hex')
   from copies c join events e on e.agency_id = c.agency_id and e.instance_id = c.source
   left join task_copies k on k.instance = c.id and k.source = e.task_id`,
]
