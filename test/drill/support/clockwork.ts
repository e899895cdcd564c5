import type { Execute } from '#db/connection.ts'
import type { DeadlineAct } from '#engine/instance/messages.ts'
import { actsWhenDue } from './timed-work.ts'

/** What fell due and what came of it. Moments in milliseconds. */
export type Clockwork = {
  /** What must never be, whenever it is looked at. */
  faults: readonly string[]
  /** What fell due by the moment asked about, or was asked of another instance, and is still to be done. */
  pending: readonly string[]
  /** Every act of a deadline and every wait that ended by the clock. */
  fired: readonly Fired[]
  calls: { begun: number; returned: number; cancelled: number }
  notices: number
}
export type Fired = { what: DeadlineAct | 'wait over'; due: number; at: number }

/**
 * The longest that the clock may leave something undone: what a program that was killed had taken is free after a minute, and
 * the sweep comes each minute; both may befall the same thing twice.
 */
const patienceMs = 5 * 60_000

/** Holds what the clock did, as the events have it, against what fell due, each once and none forgotten. */
export async function clockworkOf(execute: Execute, by: number): Promise<Clockwork> {
  const [dues, acts, waits, calls] = [
    await execute<Due>(duesOf),
    await execute<Act>(actsOf),
    await execute<Wait>(waitsOf),
    await execute<Call>(callsOf),
  ]
  const found = [dueWork(dues, acts, by), waitWork(waits, by), callWork(calls)]
  const [{ n: notices } = { n: 0 }] = await execute<{ n: number }>('select count(*)::int as n from notices')
  const told = await execute<{ what: string }>(wrongNotices)
  return {
    faults: [...found.flatMap(({ faults }) => faults), ...told.map(({ what }) => what)],
    pending: found.flatMap(({ pending }) => pending),
    fired: [
      ...acts.map(({ act, due, at }) => ({ what: act, due, at })),
      ...waits.flatMap(({ due, over }) => (over === null ? [] : [{ what: 'wait over' as const, due, at: over }])),
    ],
    calls: {
      begun: calls.filter(({ status }) => status !== null).length,
      returned: calls.filter(({ over }) => over > 0).length,
      cancelled: calls.filter(({ status }) => status === 'cancelled').length,
    },
    notices,
  }
}

const ms = (column: string) => `round(extract(epoch from ${column}) * 1000)::float8`
const closing = (where: string) =>
  `(select ${ms('min(c.at)')} from events c where c.agency_id = e.agency_id and c.instance_id = e.instance_id and ${where})`

type Due = { instance: string; task: string; node: string; due: number; warnAt: number | null; closed: number | null }

const duesOf = `
  select e.instance_id::text as instance, e.body->>'taskId' as task, e.body->>'node' as node,
    (e.body->'due'->>'at')::float8 as due, (e.body->'due'->>'warnAt')::float8 as "warnAt",
    ${closing(`c.type in ('TaskCompleted', 'TaskWithdrawn') and c.body->>'taskId' = e.body->>'taskId'`)} as closed
  from events e where e.type = 'TaskOpened' and e.body->'due' <> 'null'
  union all
  select e.instance_id::text, '', '', (e.body->'due'->>'at')::float8, (e.body->'due'->>'warnAt')::float8,
    ${closing(`c.type = 'Ended'`)}
  from events e where e.type = 'DeadlineSet' and e.body->'due' <> 'null'`

type Act = { instance: string; task: string; act: DeadlineAct; due: number; at: number }

const actsOf = `
  select e.instance_id::text as instance, coalesce(e.body->>'taskId', '') as task, e.body->>'act' as act,
    (e.body->>'due')::float8 as due, ${ms('e.at')} as at
  from events e where e.type = 'DeadlineActed'`

type Work = { faults: string[]; pending: string[] }

function dueWork(dues: readonly Due[], acts: readonly Act[], by: number): Work {
  const work: Work = { faults: [], pending: [] }
  const done = new Map<string, Act[]>()
  for (const act of acts) done.set(nameOf(act), [...(done.get(nameOf(act)) ?? []), act])
  for (const due of dues) {
    const asked = (actsWhenDue[due.node] ?? []).map((act) => ({ act, moment: due.due, until: due.closed }))
    // Once the whole time has passed nobody is warned of it any more.
    const warned = { act: 'warned' as const, moment: due.warnAt ?? 0, until: Math.min(due.due, due.closed ?? due.due) }
    for (const { act, moment, until } of due.warnAt === null ? asked : [warned, ...asked]) {
      const name = nameOf({ ...due, act })
      judge(work, `${act} ${due.node} ${name}`, { moment, until, times: done.get(name)?.map(({ at }) => at) ?? [] }, by)
      done.delete(name)
    }
  }
  return { ...work, faults: [...work.faults, ...[...done.keys()].map((name) => `nothing asked for: ${name}`)] }
}

const nameOf = ({ instance, task, act, due }: Pick<Act, 'instance' | 'task' | 'act' | 'due'>) =>
  `${instance} ${task} ${act} ${due}`

/** One act: when it fell due, until when it could be done, and when it was. */
function judge(work: Work, name: string, one: { moment: number; until: number | null; times: readonly number[] }, by: number) {
  const { moment, until, times } = one
  const [at] = times
  if (times.length > 1) work.faults.push(`fired ${times.length} times: ${name}`)
  if (at !== undefined && at < moment) work.faults.push(`before its time: ${name}`)
  if (at !== undefined && until !== null && at > until) work.faults.push(`after it was over: ${name}`)
  if (at !== undefined || moment > by) return
  if (until === null || until > by) work.pending.push(name)
  else if (until - moment > patienceMs) work.faults.push(`never fired: ${name}`)
}

type Wait = { wait: string; due: number; over: number | null; overs: number; withdrawn: number; running: boolean }

const ends = (type: string) =>
  `(select count(*)::int from events c where c.agency_id = e.agency_id and c.instance_id = e.instance_id
    and c.type = '${type}' and c.body->>'waitId' = e.body->>'waitId')`

const waitsOf = `
  select e.body->>'waitId' as wait, (e.body->'due'->>'at')::float8 as due, i.status = 'running' as running,
    ${closing(`c.type = 'WaitOver' and c.body->>'waitId' = e.body->>'waitId'`)} as over,
    ${ends('WaitOver')} as overs, ${ends('WaitWithdrawn')} as withdrawn
  from events e join instances i on i.agency_id = e.agency_id and i.id = e.instance_id
  where e.type = 'WaitBegan' and e.body->>'kind' = 'time'`

function waitWork(waits: readonly Wait[], by: number): Work {
  const work: Work = { faults: [], pending: [] }
  for (const { wait, due, over, overs, withdrawn, running } of waits) {
    if (overs + withdrawn > 1) work.faults.push(`a wait ended twice: ${wait}`)
    if (over !== null && over < due) work.faults.push(`a wait ended before its time: ${wait}`)
    if (overs + withdrawn === 0 && !running) work.faults.push(`a wait outlived its request: ${wait}`)
    if (overs + withdrawn === 0 && running && due <= by) work.pending.push(`wait ${wait}`)
  }
  return work
}

type Call = { wait: string; over: number; withdrawn: number; status: string | null; errands: number }

const callsOf = `
  select e.body->>'waitId' as wait, ${ends('WaitOver')} as over, ${ends('WaitWithdrawn')} as withdrawn, c.status,
    (select count(*)::int from outbox o where o.agency_id = e.agency_id and o.wait_id = (e.body->>'waitId')::uuid) as errands
  from events e left join instances c on c.agency_id = e.agency_id and c.id = (e.body->>'waitId')::uuid
    and c.parent_id = e.instance_id
  where e.type = 'WaitBegan' and e.body->>'kind' = 'call'`

/** What was called and who called it agree, but for what is still on its way. */
function callWork(calls: readonly Call[]): Work {
  const work: Work = { faults: [], pending: [] }
  for (const { wait, over, withdrawn, status, errands } of calls) {
    const ended = status !== null && status !== 'running'
    if (over + withdrawn > 1) work.faults.push(`a call ended twice: ${wait}`)
    if (over > 0 && !ended) work.faults.push(`a call came back that had not ended: ${wait}`)
    const open = over + withdrawn === 0
    const agrees = open ? status === 'running' : status === null || ended
    if (errands > 0) work.pending.push(`errand of call ${wait}`)
    else if (!agrees) work.faults.push(`a call that nobody carries on: ${wait} ${status}`)
  }
  return work
}

/** Nobody is told twice of the same, and of what a deadline did each position is told that it was for. */
const wrongNotices = `
  select 'told twice: ' || concat_ws(' ', kind, instance_id, task_id, position_id, person_id) as what from notices
  where kind like 'deadline-%' or kind = 'task-withdrawn'
  group by kind, instance_id, task_id, node, position_id, person_id, detail having count(*) > 1
  union all
  select 'not told: ' || concat_ws(' ', e.body->>'act', e.instance_id, e.body->>'taskId', p.position) as what
  from events e cross join lateral (select distinct jsonb_array_elements_text(e.body->'to') as position) p
  where e.type = 'DeadlineActed' and e.body->>'act' in ('escalated', 'returned', 'reassigned') and not exists (
    select 1 from notices w where w.agency_id = e.agency_id and w.instance_id = e.instance_id
      and w.task_id is not distinct from (e.body->>'taskId')::uuid and w.kind = 'deadline-' || (e.body->>'act')
      and w.position_id = p.position and w.detail->>'due' = e.body->>'due')
  union all
  select 'not told: ' || concat_ws(' ', e.body->>'act', e.instance_id, e.body->>'taskId') as what
  from events e
  where e.type = 'DeadlineActed' and e.body->>'act' in ('warned', 'missed') and e.body->>'taskId' is not null and not exists (
    select 1 from notices w where w.agency_id = e.agency_id and w.instance_id = e.instance_id
      and w.task_id = (e.body->>'taskId')::uuid and w.kind = 'deadline-' || (e.body->>'act')
      and w.detail->>'due' = e.body->>'due')`
