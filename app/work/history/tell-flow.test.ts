import { expect, it } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { aCall, aDefinition, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { tellWait } from './tell-flow.ts'

const definition = aDefinition({
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aCall('visit', { lane: 'officer', activity: 'Memeriksa tempat' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'visit'), anEdge('visit', 'end')],
})
const office = { standards: { 'periksa-lapangan': 'Pemeriksaan Lapangan' } }
const called = (slug: string) =>
  tellWait(
    { type: 'WaitBegan', node: 'visit', kind: 'call', call: { slug, version: 3, data: {} } } as never,
    { definition, office, t: translator('id') } as never,
  )

it('names a standard that was called by its title, and one that is gone by what is known of it', () => {
  expect(called('periksa-lapangan')?.title).toBe('Menjalankan standar Pemeriksaan Lapangan versi 3: Memeriksa tempat')
  expect(called('hilang')?.title).toBe('Menjalankan standar hilang versi 3: Memeriksa tempat')
})
