import { describe, expect, it } from 'vitest'
import { aDefinition, aLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { partyName } from './names.ts'

const definition = aDefinition({
  lanes: [
    { ...aLane('health'), name: 'Dinas Kesehatan' },
    { ...aLane('roads'), name: 'Dinas Bina Marga' },
  ],
  nodes: [aStart({ by: 'staff', lane: 'health' }), aTask('sign', { lane: 'health', jointLanes: ['roads'] }), anEnd()],
  edges: [anEdge('start', 'sign'), anEdge('sign', 'end')],
})
const office = { positions: [{ id: 'head', title: 'Kepala Dinas' }], people: { wati: 'Wati' } }
const named = (id: string) => partyName({ definition, office, t: (key: string) => key } as never, id)

describe('who does a part of joint work', () => {
  it.each([
    ['health', 'Dinas Kesehatan'],
    ['head', 'Kepala Dinas'],
    ['head:wati', 'Wati (Kepala Dinas)'],
    ['wati', 'Wati'],
    ['applicant', 'history.applicant'],
    ['somebody', 'history.someone'],
  ])('%s is %s', (id, name) => expect(named(id)).toBe(name))

  it('is named by all whose parts they do', () => expect(named('health+head:wati')).toBe('Dinas Kesehatan, Wati (Kepala Dinas)'))
})
