import { verifyAudit } from '#db/audit-chain.ts'
import { verifyChain } from '#db/chain.ts'
import type { Execute, Opened } from '#db/connection.ts'

/** One question of SQL for each rule: every row of the answer is a fault. */
const rules: Readonly<Record<string, string>> = {
  'P3: a running instance has work, a wait or an incident, an ended one none of them': `
    select id::text as what from instances where (status = 'running') <> (open_tasks > 0 or waits > 0 or incident)`,
  'P3: no token stands in a branch that is open below it': `
    select i.id::text as what from instances i, jsonb_array_elements_text(i.state->'tokens') a, jsonb_array_elements_text(i.state->'tokens') b
    where a <> b and (a = '' or starts_with(b, a || '/'))`,
  'P3: the number of waits is that of the waits in the state': `
    select id::text as what from instances where waits <> jsonb_array_length(state->'waits')`,
  'P1: a branch arrives once, and an opening is joined once': `
    select instance_id::text as what from events where type in ('BranchArrived', 'BranchesJoined', 'BranchesOpened')
    group by agency_id, instance_id, type, body->>'branch', body->>'node', body->>'scope', body->>'round' having count(*) > 1`,
  'P7: a deadline does each act once': `
    select instance_id::text as what from events where type = 'DeadlineActed'
    group by agency_id, instance_id, body->>'taskId', body->>'act', body->>'due' having count(*) > 1`,
  'P3: the number of open tasks is that of the open tasks': `
    select i.id::text as what from instances i
    left join tasks t on t.agency_id = i.agency_id and t.instance_id = i.id and t.status = 'open'
    group by i.agency_id, i.id, i.open_tasks having count(t.id) <> i.open_tasks`,
  'P3: the tasks that stand open are those that the states name': `
    (select t.instance_id || ' ' || t.id as what from tasks t where t.status = 'open'
     except select i.id || ' ' || (o->>'taskId') from instances i, jsonb_array_elements(i.state->'open') o)
    union all
    (select i.id || ' ' || (o->>'taskId') from instances i, jsonb_array_elements(i.state->'open') o
     except select t.instance_id || ' ' || t.id from tasks t where t.status = 'open')`,
  'P1: a completed task has one completion, an open one none': `
    select t.id::text as what from tasks t
    left join events e on e.agency_id = t.agency_id and e.task_id = t.id and e.type = 'TaskCompleted'
    group by t.agency_id, t.id, t.status having count(e.revision) <> case t.status when 'completed' then 1 else 0 end`,
  'P2: an instance stands at its last event, and none is missing': `
    select i.id::text as what from instances i
    left join events e on e.agency_id = i.agency_id and e.instance_id = i.id
    group by i.agency_id, i.id, i.revision having count(e.revision) <> i.revision or max(e.revision) <> i.revision`,
  'P5: the numbers of a series are 1, 2, … as far as its counter': `
    select c.series_id || ' ' || c.year as what from counters c
    left join decrees d on d.agency_id = c.agency_id and d.series_id = c.series_id and d.year = c.year
    group by c.agency_id, c.series_id, c.year, c.last
    having count(d.seq) <> c.last or count(distinct d.seq) <> c.last or coalesce(max(d.seq), 0) <> c.last`,
  'P5: a published version has a decree, and a decree what it set': `
    (select v.slug as what from versions v
     left join decree_items d on d.agency_id = v.agency_id and d.decree_id = v.decree_id and d.slug = v.slug and d.version = v.number
     where v.decree_id is not null and d.digest is distinct from v.digest)
    union all
    (select d.number from decrees d
     left join decree_items i on i.agency_id = d.agency_id and i.decree_id = d.id group by d.number having count(i.slug) = 0)`,
  'V15: a kept answer is a whole one': `
    select scope as what from idempotency where (status is null) <> (body is null)`,
  'only open tasks call somebody': `
    select t.id::text as what from task_candidates k
    join tasks t on t.agency_id = k.agency_id and t.id = k.task_id where t.status <> 'open'`,
}

export type Found = { faults: readonly string[]; events: number; instances: number; acts: number }

/** Everything that must hold whatever happened: the chains, the folds and the rules above. */
export async function invariantsOf(opened: Opened): Promise<Found> {
  const faults: string[] = []
  for (const [rule, text] of Object.entries(rules)) faults.push(...(await offendersOf(opened.execute, rule, text)))
  const [events, acts] = [await verifyChain(opened), await verifyAudit(opened)]
  if (!events.ok) faults.push(`P2, P11: the log is broken: ${JSON.stringify(events.broken)}`)
  if (!acts.ok) faults.push(`P11: the audit trail is broken: ${JSON.stringify(acts.broken)}`)
  return {
    faults,
    events: events.ok ? events.events : 0,
    instances: events.ok ? events.instances : 0,
    acts: acts.ok ? acts.acts : 0,
  }
}

async function offendersOf(execute: Execute, rule: string, text: string): Promise<string[]> {
  const found = await execute<{ what: string }>(`${text} limit 5`)
  return found.map(({ what }) => `${rule}: ${what}`)
}
