import { expect, it } from 'vitest'
import type { RuleContext } from '#engine'
import { aDefinition, aStart } from '#test/builders/definition.ts'
import { checkRun } from './check-run.ts'
import { type Checked, type CheckWorker, createChecker } from './checker.ts'
import { type Answered, type Asked, keyOf } from './messages.ts'

const context: RuleContext = {}
const first = aDefinition({ title: 'Pertama' })
const second = aDefinition({ title: 'Kedua', nodes: [aStart()], edges: [] })

/** A worker that answers when it is told to. */
function aWorker() {
  const asked: Asked[] = []
  const worker: CheckWorker & { ended: boolean } = {
    ended: false,
    postMessage: (one) => asked.push(one),
    terminate() {
      worker.ended = true
    },
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  }
  const answer = (turn: number) => {
    const one = asked.find((each) => each.turn === turn)
    if (!one) throw new Error(`turn ${turn} was not asked`)
    for (const data of checkRun({ ...one, context })) if (data) worker.onmessage?.({ data })
  }
  return { worker, asked, answer }
}

/** Runs what waits only when it is told to, as a page does when it is idle. */
function aPage() {
  const waiting: (() => void)[] = []
  return { later: (go: () => void) => waiting.push(go), run: () => waiting.splice(0).map((go) => go()).length }
}

function aChecker(start: () => CheckWorker, page = aPage()) {
  const told: Checked[] = []
  const checker = createChecker({ start, tell: (one) => told.push(one), mend: true, later: page.later })
  const settle = () => {
    while (page.run() > 0);
  }
  return { checker, told, settle }
}

it('tells what the worker found, then what can be mended', () => {
  const { worker, answer } = aWorker()
  const { checker, told } = aChecker(() => worker)
  checker.ask(aDefinition({ forms: [{ id: 'spare', fields: [] }] }), context)
  answer(1)
  const [found, mended] = told
  const unused = found?.findings.find(({ code }) => code === 'form-unused')
  expect(found?.fixes.size).toBe(0)
  expect(unused && mended?.fixes.get(keyOf(unused))).toEqual(['remove-form'])
})

it('tells nothing of a draft once a newer one was given', () => {
  const { worker, answer } = aWorker()
  const { checker, told } = aChecker(() => worker)
  checker.ask(first, context)
  checker.ask(second, context)
  answer(1)
  expect(told).toEqual([])
  answer(2)
  expect(told.every(({ definition }) => definition === second)).toBe(true)
})

it('sends what it knows of the agency once', () => {
  const { worker, asked } = aWorker()
  const { checker } = aChecker(() => worker)
  for (const one of [first, second]) checker.ask(one, context)
  checker.ask(first, { positions: [] })
  expect(asked.map((one) => one.context)).toEqual([context, null, { positions: [] }])
})

const failing: [string, (worker: CheckWorker) => CheckWorker, (worker: CheckWorker) => void][] = [
  [
    'cannot be begun',
    () => {
      throw new Error('no workers here')
    },
    () => undefined,
  ],
  ['does not load', (worker) => worker, (worker) => worker.onerror?.({ preventDefault: () => undefined })],
  ['cannot be understood', (worker) => worker, (worker) => worker.onmessageerror?.()],
]

it.each(failing)('checks on the page where the worker %s', (_how, begin, fail) => {
  const { worker } = aWorker()
  const { checker, told, settle } = aChecker(() => begin(worker))
  checker.ask(second, context)
  fail(worker)
  settle()
  const expected: Answered[] = [...checkRun({ turn: 1, definition: second, context, mend: true })].flatMap((one) => one ?? [])
  expect(told[0]?.findings).toEqual(expected[0]?.kind === 'findings' ? expected[0].findings : null)
  checker.ask(first, context)
  settle()
  expect(told.at(-1)?.definition).toBe(first)
})

it('leaves an older draft in the middle of its check on the page', () => {
  const page = aPage()
  const { checker, told, settle } = aChecker(() => {
    throw new Error('no workers here')
  }, page)
  checker.ask(first, context)
  page.run()
  checker.ask(second, context)
  settle()
  expect(told.map(({ definition }) => definition)).toEqual([first, second, second])
})

it('tells nothing after it is closed', () => {
  const { worker, answer } = aWorker()
  const { checker, told } = aChecker(() => worker)
  checker.ask(first, context)
  checker.close()
  answer(1)
  expect([told, worker.ended]).toEqual([[], true])
})
