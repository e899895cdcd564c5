import { expect, it } from 'vitest'
import { chainStart, eventOf, eventRows, withoutEntries } from '#db/stores/event-rows.ts'
import type { Event } from '#engine/instance/messages.ts'
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

const by = { kind: 'person', personId: 'asha', name: 'Asha', positionId: 'head', title: 'Kepala', seat: 'definitive' }
const spoken: Record<string, Record<string, unknown>> = {
  Started: { by, node: 'start', data: { nama: 'kata' }, call: { instanceId: 'i', waitId: 'w' } },
  PartCompleted: {
    ...{ by, taskId: 't1', node: 'work', party: 'head', outcome: 'accept', data: { nama: 'kata' }, cleared: ['alamat'] },
    ...{ reason: 'kata', disposition: { assignees: [{ positionId: 'asha', personId: null }], instruction: 'kata' } },
  },
  WaitBegan: {
    ...{ waitId: 'w1', node: 'call', branch: '', kind: 'call', due: null, pausesClock: false },
    call: { slug: 'rapat', version: 2, data: { nama: 'kata' } },
  },
  WaitOver: { by, waitId: 'w1', node: 'wait', how: 'reported', data: { nama: 'kata' }, cleared: [], note: 'kata' },
  DataCorrected: { by, changes: [{ field: 'nama', before: 'kata lama', after: 'kata' }], reason: 'kata' },
  Suspended: { by, reason: 'kata' },
  Resumed: { by, reason: 'kata' },
  SentBack: { by, to: 'work', branch: '', reason: 'kata' },
  Reopened: { by, to: 'work', reason: 'kata' },
  DeadlineExtended: { by, taskId: null, extension: { amount: 2, unit: 'workingDay', reason: 'kata' } },
  Migrated: { by, reason: 'kata', values: { nama: 'kata' } },
  IncidentRaised: { node: 'choose', code: 'unknown-data', missing: [], exits: ['e1'], rule: 'r', inputs: { nama: 'kata' } },
}
const rowOf = (event: Event) => {
  const [row] = eventRows({ hash: chainStart('dinas', 'i'), revision: 0 }, [event], null, () => 'garam')
  if (!row) throw new Error('no row')
  return row
}

it.each(Object.entries(spoken))('what people said in %s stands apart from the chain and comes back whole', (type, members) => {
  const event = { type, at: 1, ...members } as unknown as Event
  const row = rowOf(event)
  expect(JSON.stringify(row.body)).not.toContain('kata')
  expect(JSON.stringify(row.data)).toContain('kata')
  expect(eventOf(row)).toEqual(event)
  expect(JSON.stringify(eventOf({ ...row, data: null }))).not.toContain('kata')
})

it.each(Object.entries(spoken))('who may not read what was entered in %s still reads why it was done', (type, members) => {
  const event = { type, at: 1, ...members } as unknown as Event
  const whys = JSON.stringify(event).match(/"(reason|note|instruction)":"kata"/g) ?? []
  const left = JSON.stringify(withoutEntries(event))
  expect(left.match(/"(reason|note|instruction)":"kata"/g) ?? []).toEqual(whys)
  expect(left.replaceAll(/"(reason|note|instruction)":"kata"/g, '')).not.toContain('kata')
})

it('an event in which nobody said anything has nothing apart', () => {
  const plain = [
    { type: 'Started', at: 1, by, node: 'start' },
    { type: 'WaitBegan', at: 1, waitId: 'w1', node: 'wait', branch: '', kind: 'time', due: null, pausesClock: false },
    { type: 'IncidentRaised', at: 1, node: 'work', code: 'nobody-to-act', missing: [], exits: [], taskId: 't1' },
  ] as unknown as Event[]
  for (const event of plain) {
    const row = rowOf(event)
    expect(row).toMatchObject({ data: null, dataDigest: null, taskId: 'taskId' in event ? 't1' : null })
    expect(eventOf(row)).toEqual(event)
  }
})
