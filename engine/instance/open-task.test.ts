import { expect, it } from 'vitest'
import { aDefinition, aLane, anEdge, anEnd, aStart, aTask, type TaskInput } from '#test/builders/definition.ts'
import { givenIn, startByCall } from '#test/engine/given.ts'
import { aCalendar, aDigest, aSeat, at } from '#test/engine/office.ts'
import { decide } from './decide.ts'
import { initialState } from './evolve.ts'
import type { Command, Event } from './messages.ts'

const procedure = (over: Partial<TaskInput> = {}) =>
  aDefinition({
    lanes: [aLane('officer'), aLane('head')],
    nodes: [aStart({ by: 'call', lane: 'officer' }), aTask('check', over), anEnd()],
    edges: [anEdge('start', 'check'), anEdge('check', 'end')],
  })
const seats = [aSeat('officer', 'asha'), aSeat('head', 'dewi')]
const opened = (over: Partial<TaskInput>): Partial<Event> | undefined =>
  givenIn({ definition: procedure(over), seats }, startByCall()).events.find(({ type }) => type === 'TaskOpened')

it('says of a step no more than it asks for', () => {
  const of = (over: Partial<TaskInput>) => Object.keys(opened(over) ?? {}).filter((key) => !plain.includes(key))
  const plain = Object.keys(opened({}) ?? {})
  expect(plain).toEqual(['type', 'at', 'taskId', 'node', 'branch', 'round', 'candidates', 'excluded', 'due', 'pausesClock'])
  expect(of({ jointLanes: ['head'], quorum: { kind: 'any' } })).toEqual([])
  expect(of({ jointLanes: ['head'], quorum: { kind: 'all' } })).toEqual(['parties', 'needed'])
  expect(of({ notPerformersOf: ['check'] })).toEqual(['notWith'])
})

it('stops as an incident where the command brought no more ids', () => {
  const definition = procedure()
  const command = startByCall().command(initialState, definition) as Command
  const context = { at: at('2026-11-23 08:00'), calendar: aCalendar, seats, superiors: {}, digest: aDigest }
  const decision = decide(command, initialState, definition, { ...context, freshIds: [], actor: { kind: 'system' } })
  expect(decision).toMatchObject({
    ok: true,
    events: [{ type: 'Started' }, { type: 'IncidentRaised', node: 'check', branch: '', code: 'too-many-steps' }],
  })
})
