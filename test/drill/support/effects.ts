import type { Execute } from '#db/connection.ts'
import type { Ledger, Order } from './ledger.ts'

/** What the database holds of an order: how often, and what an answer would have named. */
type Effect = { mark: string; about: string; n: number; answer: string | null }

const acts = (act: string) => `select slug as mark, '' as about, count(*)::int as n, null as answer from version_acts
  where act = '${act}' group by slug`

/** How the marks of each kind of order are counted. */
const effects: Readonly<Record<Order['act'], string>> = {
  start: `select data->'data'->>'title' as mark, '' as about, count(*)::int as n, min(instance_id::text) as answer
    from events where type = 'TaskCompleted' and body->>'node' = 'apply' group by 1`,
  claim: `select task_id || ' ' || (body->'by'->>'personId') as mark, task_id::text as about, count(*)::int as n, null as answer
    from events where type = 'TaskClaimed' group by 1, 2`,
  complete: `select coalesce(data->'data'->>'draft', data->>'reason') as mark, min(task_id::text) as about, count(*)::int as n,
    min(instance_id::text) as answer from events where type = 'TaskCompleted' and body->>'node' <> 'apply' group by 1`,
  create: acts('created'),
  submit: acts('submitted'),
  approve: acts('approved'),
  publish: `select i.slug as mark, '' as about, count(*)::int as n, min(d.number) as answer
    from decree_items i join decrees d on d.agency_id = i.agency_id and d.id = i.decree_id group by i.slug`,
  save: `select mark, about, n, answer from (select '' as mark, '' as about, 0 as n, null as answer) none where false`,
}

/**
 * Holds the database against the ledger: what was acknowledged is there once and as it was answered, what was refused is
 * not there, what had no answer yet is there once or not at all.
 */
export async function faultsOfEffects(execute: Execute, ledger: Ledger): Promise<string[]> {
  const faults: string[] = []
  for (const act of Object.keys(effects) as Order['act'][]) {
    const found = new Map((await execute<Effect>(effects[act])).map((effect) => [effect.mark, effect]))
    for (const order of ledger.orders)
      if (order.act === act && act !== 'save') faults.push(...faultOf(order, found.get(order.mark)))
  }
  return [...faults, ...(await faultsOfDrafts(execute, ledger))]
}

/** What colleagues reach for at the same time; nobody else is ever refused. */
const contended = new Set<Order['act']>(['claim', 'complete'])

function faultOf(order: Order, effect: Effect | undefined): string[] {
  const n = effect?.n ?? 0
  const name = `${order.act} ${order.mark}`
  if (n > 1) return [`twice: ${name} is there ${n} times`]
  if (order.state === 'refused' && !contended.has(order.act))
    return [`refused (${order.code}), which nothing gave cause for: ${name}`]
  if (order.state === 'refused' && n > 0) return [`refused (${order.code}) and done: ${name}`]
  if (order.state !== 'acknowledged') return []
  if (n === 0) return [`lost: ${name} was acknowledged`]
  const same = effect?.answer == null || effect.answer === order.answer
  const where = effect?.about === '' || effect?.about === order.about
  return same && where ? [] : [`otherwise: ${name} was answered ${order.answer} and is ${effect?.answer} ${effect?.about}`]
}

/**
 * A draft has one writer here, who learns of each save in the end. Each counts the revision up by one: the draft stands
 * at the last acknowledged one, with its words; a save without an answer yet may stand one further.
 */
async function faultsOfDrafts(execute: Execute, ledger: Ledger): Promise<string[]> {
  const saves = ledger.orders.filter(({ act }) => act === 'save')
  const drafts = await execute<{ slug: string; revision: number; words: string }>(
    `select slug, revision, body::jsonb->'identity'->>'summary' as words from versions where status = 'draft'`,
  )
  return drafts.flatMap(({ slug, revision, words }) => {
    const own = saves.filter(({ about }) => about === slug)
    const done = own.filter(({ state }) => state === 'acknowledged')
    const open = own.filter(({ state }) => state === 'sent')
    if (own.length === 0) return []
    const [refused] = own.filter(({ state }) => state === 'refused')
    if (refused) return [`refused (${refused.code}), which nothing gave cause for: draft ${slug}`]
    if (revision === done.length + 1) return done.length === 0 || done.at(-1)?.mark === words ? [] : [`otherwise: draft ${slug}`]
    const further = revision === done.length + 2 && open.some(({ mark }) => mark === words)
    return further ? [] : [`draft ${slug} is at revision ${revision} after ${done.length} saves`]
  })
}
