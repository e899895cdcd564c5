import { expect, it } from 'vitest'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { castOf } from './cast.ts'
import { inventedNames } from './invented-names.ts'

const definition = (notPerformersOf: string[] = []) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('desk', ['clerk', 'chief'])],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('check', { lane: 'desk' }),
      aTask('verify', { assignment: { kind: 'positions', positions: ['clerk'] }, lane: 'desk', notPerformersOf }),
      anEnd(),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'check'), anEdge('check', 'verify'), anEdge('verify', 'end')],
  })
const office = [
  { id: 'clerk', title: 'Staf', superiorId: 'chief' },
  { id: 'chief', title: 'Kepala' },
]

it('seats one person in each position, below the same superiors', () => {
  const cast = castOf(definition(), office)
  expect(cast.seats.map(({ positionId, title }) => [positionId, title])).toEqual([
    ['clerk', 'Staf'],
    ['chief', 'Kepala'],
  ])
  expect(new Set(cast.players.map(({ name }) => name)).size).toBe(2)
  expect(cast.superiors).toEqual({ clerk: 'chief', chief: null })
})

it('knows of the positions that the definition names where it is told of none', () => {
  expect(castOf(definition()).seats.map(({ positionId }) => positionId)).toEqual(['clerk', 'chief'])
})

it('gives a position a second person where four eyes need one', () => {
  const cast = castOf(definition(['check']), office)
  expect(cast.seats.map(({ personId }) => personId)).toEqual(['person-clerk', 'person-chief', 'person-clerk-2'])
})

it('invents a name for each title, and two for two of one title', () => {
  const names = inventedNames(['Staf', 'Staf', ...Array.from({ length: 60 }, (_, index) => `Jabatan ${index}`)])
  expect(new Set(names).size).toBe(62)
  expect(inventedNames(['Staf'])).toEqual([names[0]])
})
