import { expect, it } from 'vitest'
import { castOf, type NodeId, type TrialWorld } from '#engine'
import { wholeAgency, wholeStandard } from '#test/builders/whole-standard.ts'
import { aCalendar } from '#test/engine/office.ts'
import type { ForecastAnswer, ForecastAsked } from './forecast-messages.ts'
import { createForecast, type ForecastWorker, planOf } from './forecast-store.ts'

const definition = wholeStandard()
const { calendar = aCalendar } = wholeAgency()
const world: TrialWorld = { definition, calendar, cast: castOf(definition) }

/** A worker that says nothing by itself. */
function silent() {
  const asked: ForecastAsked[] = []
  let ended = 0
  const worker: ForecastWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message: ForecastAsked) => asked.push(message),
    terminate: () => {
      ended += 1
    },
  }
  const answer = (data: ForecastAnswer) => worker.onmessage?.call(worker as Worker, { data } as MessageEvent)
  return { worker, asked, answer, ended: () => ended }
}

it('tells how far it is, and lets the worker go when it is done', () => {
  const { worker, asked, answer, ended } = silent()
  const store = createForecast(() => worker)
  store.getState().start(world, 0)
  answer({ kind: 'progress', done: 120 })
  expect(store.getState().run).toEqual({ kind: 'running', done: 120 })
  expect(asked[0]).toMatchObject({ lives: 500, seed: 1 })
  answer({ kind: 'failed' })
  expect([store.getState().run.kind, ended()]).toEqual(['failed', 1])
})

it('is stopped in the middle, and asked again with another seed', () => {
  const { worker, asked, ended } = silent()
  const store = createForecast(() => worker)
  store.getState().start(world, 0)
  store.getState().cancel()
  expect([store.getState().run.kind, ended()]).toEqual(['idle', 1])
  store.getState().again(world, 0)
  expect(asked.map(({ seed }) => seed)).toEqual([1, 2])
})

it('puts what the author wrote over what the definition says', () => {
  const store = createForecast(() => silent().worker)
  store.getState().setTime('hand' as NodeId, { least: 1, usual: 2, most: 5, unit: 'hour', clock: 'working' })
  store.getState().setShares('check' as NodeId, { accept: 50, revise: 50, reject: 0 })
  const plan = planOf(world, store.getState(), 0)
  expect(plan.times).toMatchObject({ hand: { most: 5, unit: 'hour' }, study: { most: 2, unit: 'workingDay' } })
  expect(plan.shares).toMatchObject({ check: { revise: 50 }, decide: { accept: 100 } })
})

it('asks only for exits and outcomes that are there now, whatever was written of others', () => {
  const store = createForecast(() => silent().worker)
  store.getState().setShares('cost' as NodeId, { 'cost-meet': 30, 'cost-gone': 70 })
  store.getState().setShares('gone' as NodeId, { accept: 100 })
  const { shares } = planOf(world, store.getState(), 0)
  expect(shares['cost' as NodeId]).toEqual({ 'cost-meet': 30, 'cost-decide': 50 })
  expect(shares).not.toHaveProperty('gone')
})
