import { randomUUID } from 'node:crypto'
import { type Asking, codeOf, isDone, type Line, type Told } from './interface.ts'
import { acknowledge, type Ledger, type Order, refuseOrder } from './ledger.ts'
import type { Member, OfficeAtWork } from './office-at-work.ts'
import { milliseconds } from './pause.ts'
import type { Chance } from './words.ts'

/** `procedures` are those that applicants begin, as `agency/slug`. */
export type Desk = { line: Line; ledger: Ledger; chance: Chance; at: OfficeAtWork; procedures: readonly string[] }

/** One thing that a person does, until it is answered. */
export type Writer = () => Promise<void>

/** Does it again and again until told to stop; what is at hand then is done to its end. */
export function keepWriting(writers: readonly Writer[]): { stop(): Promise<void> } {
  let stopped = false
  const all = writers.map(async (write) => {
    while (!stopped) await write()
  })
  const ended = Promise.all(all)
  // A writer that gives up ends the drill where it waits for them.
  ended.catch(() => undefined)
  return {
    async stop() {
      stopped = true
      await ended
    },
  }
}

async function settle(desk: Desk, order: Order, asking: Asking, answerOf: (told: Told) => string): Promise<Told> {
  const told = await desk.line.insist(asking)
  if (isDone(told)) acknowledge(order, answerOf(told))
  else refuseOrder(order, codeOf(told))
  return told
}

const named = (member: string) => (told: Told) => String(told.body[member])

/** Begins requests; half of them come from nobody in particular. */
export const applicant =
  (desk: Desk, member: Member): Writer =>
  async () => {
    const mark = randomUUID()
    const order = desk.ledger.enter('start', mark)
    const who = desk.chance.between(0, 1) === 0 ? {} : { token: member.token }
    const body = { standard: desk.chance.oneOf(desk.procedures), data: { title: mark }, as: 'applicant' }
    await settle(desk, order, { method: 'POST', path: '/instances', key: mark, body, ...who }, named('id'))
  }

type Task = { id: string; instance: string; node: string }

/** Takes one of the tasks on the list, mostly claims it first, and does it. Colleagues reach for the same ones. */
export const official =
  (desk: Desk, { personId, token }: Member): Writer =>
  async () => {
    const list = await desk.line.insist({ method: 'GET', path: '/tasks?limit=20', token })
    const items = (list.body.items ?? []) as readonly Task[]
    if (items.length === 0) return milliseconds(20)
    const task = desk.chance.oneOf(items)
    if (desk.chance.between(1, 3) > 1) {
      const order = desk.ledger.enter('claim', `${task.id} ${personId}`, task.id)
      const claim = { method: 'POST', path: `/tasks/${task.id}/claim`, key: randomUUID(), token, body: {} } as const
      const claimed = await settle(desk, order, claim, () => '')
      if (!isDone(claimed)) return
    }
    const mark = randomUUID()
    const order = desk.ledger.enter('complete', mark, task.id)
    const body = task.node === 'review' ? review(desk.chance, mark) : { outcome: 'submit', data: { draft: mark } }
    const asking = { method: 'POST', path: `/tasks/${task.id}/complete`, key: mark, token, body } as const
    await settle(desk, order, asking, named('instance'))
  }

const review = (chance: Chance, note: string) => ({ outcome: chance.oneOf(['accept', 'accept', 'revise', 'reject']), note })

/** Takes a standard from its first text to its number in the register, each step by who may do it. */
export const office =
  (desk: Desk, author: Member): Writer =>
  async () => {
    const { at, ledger } = desk
    const slug = `s-${randomUUID()}`
    const standard = `/standards/${at.agencyId}/${slug}`
    const step = (act: Order['act'], path: string, who: Member, body: object, answerOf: (told: Told) => string = () => '') => {
      const asking = { method: 'POST', path, token: who.token, key: randomUUID(), body } as const
      return settle(desk, ledger.enter(act, slug), asking, answerOf)
    }
    const today = new Date().toISOString().slice(0, 10)
    const signing = { series: at.seriesId, signedOn: today, effectiveOn: today, signatory: 'head' }
    const from = { standard: at.model }
    await step('create', '/standards', author, { agency: at.agencyId, slug, title: `Standar ${slug}`, from })
    await step('submit', `${standard}/draft/submit`, author, {})
    await step('approve', `${standard}/draft/approve`, at.approver, {})
    await step('publish', `${standard}/publish`, at.signatory, signing, ({ body }) => String(Object(body.decree).number))
  }

/** Saves a draft over the one that was read; a save without an answer is looked for before the next one. */
export function drafter(desk: Desk, author: Member, slug: string): Writer {
  const path = `/standards/${desk.at.agencyId}/${slug}/draft`
  const read = () => desk.line.insist({ method: 'GET', path, token: author.token })
  const words = (told: Told) => Object(Object(told.body.definition).identity).summary
  return async () => {
    const before = await read()
    const mark = randomUUID()
    const order = desk.ledger.enter('save', mark, slug)
    const definition = Object(before.body.definition)
    const body = { ...definition, identity: { ...definition.identity, summary: mark } }
    const headers = { 'If-Match': before.headers.get('ETag') ?? '' }
    const told = await desk.line.insist({ method: 'PUT', path, token: author.token, headers, body })
    // Sent again after it was taken, it meets its own save.
    const taken = isDone(told) || (told.status === 412 && words(await read()) === mark)
    if (taken) acknowledge(order, '')
    else refuseOrder(order, codeOf(told))
  }
}
