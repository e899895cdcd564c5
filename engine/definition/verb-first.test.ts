import { expect, it } from 'vitest'
import { aDefinition, aLane, anApplicantLane } from '#test/builders/definition.ts'
import { beginningOf } from './verb-first.ts'

const { lanes } = aDefinition({
  lanes: [anApplicantLane(), aLane('officer', ['desk'], { name: 'Petugas Loket', aliases: ['Loket'] })],
}).flow

it.each([
  ['Memeriksa berkas', { with: 'verb' }],
  ['Diserahkan kepada pemohon', { with: 'verb' }],
  ['Berkoordinasi dengan kepolisian', { with: 'verb' }],
  ['Terima berkas', { with: 'verb' }],
  ['Petugas Loket memeriksa berkas', { with: 'lane', lane: 'Petugas Loket' }],
  ['loket memeriksa berkas', { with: 'lane', lane: 'Loket' }],
  ['Pemeriksaan berkas', { with: 'other', word: 'Pemeriksaan' }],
  ['Rekomendasi kepolisian', { with: 'other', word: 'Rekomendasi' }],
  ['', null],
  ['12', null],
])('tells how “%s” begins', (activity, beginning) => {
  expect(beginningOf(activity, lanes)).toEqual(beginning)
})
