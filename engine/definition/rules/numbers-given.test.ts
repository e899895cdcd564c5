import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { numbersGiven } from './numbers-given.ts'

const recalling = (line: string) => aDefinition({ decree: { about: 'Standar', recalling: [line] } })
const left = [{ code: 'number-left-open', path: 'decree.recalling.0' }]

it('finds numbers that are left open', () => {
  verifyRule(numbersGiven, {
    accepts: {
      'a whole citation': recalling('Peraturan Bupati Nomor 59 Tahun 2022 tentang Tata Kerja'),
      'a number of several parts': recalling('Keputusan Nomor 188.4/12/I/2022'),
      'words that only speak of a number': recalling('Surat yang memuat nama dan nomor'),
      'a number of a year': recalling('Register menurut nomor tahun berjalan'),
      'an address': recalling('Jl. Negara No. 300 Sei Rampah'),
    },
    rejects: {
      'no number before the year': [recalling('Peraturan Bupati Nomor Tahun 2022 tentang Tata Kerja'), left],
      'dots for a number': [recalling('Peraturan Bupati Nomor ..... Tahun 2022'), left],
      'a gap between the strokes': [recalling('Keputusan Nomor 188.4/ /I/2022'), left],
      'a heading of a decree with nothing behind it': [
        aDefinition({ components: { procedure: { notes: ['No. SK :'] } } }),
        [{ code: 'number-left-open', path: 'components.procedure.notes.0' }],
      ],
      'the summary': [
        aDefinition({ identity: { title: 'Standar', kind: 'service', summary: 'Ditetapkan dengan SK Nomor ___' } }),
        [{ path: 'identity' }],
      ],
    },
  })
})
