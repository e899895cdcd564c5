import { expect, it } from 'vitest'
import { chainStart, eventOf, eventRows } from '#db/stores/event-rows.ts'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, anOutcome, aStart, aTask } from '#test/builders/definition.ts'
import { cancel, complete, delegate, given, reassign, type Story, start } from '#test/engine/given.ts'

const definition = aDefinition({
  lanes: [anApplicantLane(), aLane('head'), aLane('officer', ['asha', 'budi'])],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('dispose', { lane: 'head', outcomes: [anOutcome('accept')], disposition: { lane: 'officer', to: 'position' } }),
    aTask('work', { lane: 'officer' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'dispose'), anEdge('dispose', 'work')],
})
const disposed = given(
  definition,
  start(),
  complete('dispose', 'accept', { to: ['asha'], instruction: 'kata instruksi', reason: 'kata persetujuan' }),
  delegate('work', 'budi', { by: 'asha', reason: 'kata cuti' }),
  reassign('work', null, { by: 'head', reason: 'kata sakit' }),
)
const lives: Record<string, Story> = {
  cancelled: disposed.and(cancel('kata batal')),
  stopped: disposed.and(complete('work', 'submit', { reason: 'kata penutup' })),
}
const rowsOf = ({ events }: Story) => eventRows({ hash: chainStart('dinas', 'i'), revision: 0 }, events, null, () => 'garam')

it.each(Object.entries(lives))('events of a request that was %s come back from their rows as they were', (_, story) => {
  expect(rowsOf(story).map(eventOf)).toEqual(story.events)
})

it("people's own words stand apart from what the chain holds in clear (V22)", () => {
  for (const story of Object.values(lives)) {
    const rows = rowsOf(story)
    expect(JSON.stringify(rows.map(({ data }) => data))).toMatch(/kata instruksi.*kata cuti.*kata sakit.*kata/)
    expect(JSON.stringify(rows.map(({ body }) => body))).not.toContain('kata ')
    for (const { data, dataDigest } of rows) expect(dataDigest === null).toBe(data === null)
  }
})

it('what is left of an event once its words are gone is still an event', () => {
  const bare = rowsOf(disposed).map((row) => eventOf({ ...row, data: null }))
  expect(bare.filter(({ type }) => type !== 'TaskOpened' && type !== 'Started')).toMatchObject([
    { type: 'TaskCompleted', data: {}, reason: null },
    { type: 'TaskCompleted', data: {}, reason: null, disposition: { assignees: [{ positionId: 'asha' }], instruction: '' } },
    { type: 'TaskDelegated', reason: '' },
    { type: 'TaskReleased', reason: null },
  ])
})
