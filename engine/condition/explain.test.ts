import { describe, expect, it } from 'vitest'
import { Condition } from '#engine/definition/condition.ts'
import { Edge } from '#engine/definition/flow.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { explainDecision } from './explain.ts'

const definition = aDefinition({
  forms: [
    aForm(
      'f',
      aField('number', 'files', { label: 'Jumlah berkas' }),
      aField('rupiah', 'fee', { label: 'Biaya' }),
      aField('yesNo', 'signed', { label: 'Ditandatangani' }),
      aField('date', 'asked', { label: 'Tanggal surat' }),
      aField('date', 'day', { label: 'Tanggal kegiatan' }),
    ),
  ],
})
const enough = { kind: 'field', field: 'files', op: 'at-least', value: 5 }
const cheap = { kind: 'field', field: 'fee', op: 'at-most', value: 1_000_000 }
const signed = { kind: 'field', field: 'signed', op: 'is', value: true }
const group = (combine: string, ...of: unknown[]) => ({ kind: 'group', combine, of })
const exit = (id: string, over: object) => Edge.parse({ id, from: 'd', to: 'end', ...over })
const otherwise = exit('else', { label: 'Lainnya', otherwise: true })
type Asked = { when?: unknown; taken?: string | null; inputs?: Record<string, unknown>; more?: Edge[]; locale?: 'id' | 'en' }
const explain = ({ when = enough, taken = null, inputs = {}, more = [otherwise], locale = 'id' }: Asked) =>
  explainDecision({
    exits: [exit('yes', { label: 'Lengkap', when: Condition.parse(when) }), ...more],
    taken,
    inputs,
    definition,
    locale,
  })

describe('why a branch was taken', () => {
  it('names the value that settled it', () => {
    const asked = { taken: 'yes', inputs: { files: 6 } }
    expect(explain(asked)).toBe('Diambil cabang ‘Lengkap’ karena Jumlah berkas (6) paling sedikit 5.')
    expect(explain({ ...asked, locale: 'en' })).toBe('The branch ‘Lengkap’ was taken because Jumlah berkas (6) is at least 5.')
  })

  it('names all parts where all had to hold, and one where one was enough', () => {
    const inputs = { files: 6, fee: 5000, signed: true }
    expect(explain({ when: group('all', enough, cheap, signed), taken: 'yes', inputs })).toBe(
      'Diambil cabang ‘Lengkap’ karena Jumlah berkas (6) paling sedikit 5; Biaya (Rp5.000) paling banyak Rp1.000.000 dan Ditandatangani (ya) adalah ya.',
    )
    expect(explain({ when: group('any', signed, enough, cheap), taken: 'yes', inputs: { files: 6, fee: 5000 } })).toBe(
      'Diambil cabang ‘Lengkap’ karena Jumlah berkas (6) paling sedikit 5.',
    )
    expect(explain({ when: group('none', enough, signed), taken: 'yes', inputs: { files: 1, signed: false } })).toBe(
      'Diambil cabang ‘Lengkap’ karena tidak benar bahwa Jumlah berkas (1) paling sedikit 5 dan tidak benar bahwa Ditandatangani (tidak) adalah ya.',
    )
  })

  it('says of the default why no other was taken, one reason for each', () => {
    const asked = { when: group('all', signed, enough), taken: 'else', inputs: { files: 1, signed: false } }
    expect(explain(asked)).toBe(
      'Diambil cabang ‘Lainnya’ karena syarat cabang lain tidak terpenuhi: tidak benar bahwa Ditandatangani (tidak) adalah ya.',
    )
    expect(explain({ ...asked, locale: 'en' })).toBe(
      'The branch ‘Lainnya’ was taken because no other branch has its condition met: it is not so that Ditandatangani (no) is yes.',
    )
  })

  it('calls an exit without a label by its condition, and a default by where it leads', () => {
    const unnamed = exit('second', { when: Condition.parse(cheap) })
    expect(explain({ taken: 'second', inputs: { files: 1, fee: 0 }, more: [unnamed] })).toBe(
      'Diambil cabang ‘Biaya paling banyak Rp1.000.000’ karena Biaya (Rp0) paling banyak Rp1.000.000.',
    )
    const onward = exit('else', { to: 'process', otherwise: true })
    expect(explain({ taken: 'else', inputs: { files: 1 }, more: [onward] })).toContain('‘Mengerjakan process’')
    const toEnd = exit('else', { otherwise: true })
    expect(explain({ taken: 'else', inputs: { files: 1 }, more: [toEnd] })).toContain('‘lainnya’')
    expect(explain({ taken: 'else', inputs: { files: 1 }, more: [toEnd], locale: 'en' })).toContain('‘otherwise’')
  })
})

describe('why nothing could be decided', () => {
  it('names each thing that is missing once', () => {
    const twice = group('all', cheap, { ...cheap, op: 'at-least' }, enough)
    expect(explain({ when: twice, inputs: { files: 6, fee: null } })).toBe('Belum dapat diputuskan: ‘Biaya’ belum diisi.')
    expect(explain({ when: twice, inputs: {}, locale: 'en' })).toBe(
      'It cannot be decided yet: ‘Biaya’ is not filled in yet and ‘Jumlah berkas’ is not filled in yet.',
    )
  })

  it('tells a value of the wrong kind from one that is missing', () => {
    expect(explain({ inputs: { files: 'enam' } })).toBe('Belum dapat diputuskan: Jumlah berkas tidak dapat dibandingkan.')
    expect(explain({ inputs: { files: 'enam' }, locale: 'en' })).toBe(
      'It cannot be decided yet: Jumlah berkas cannot be compared.',
    )
  })

  it.each([
    [{ kind: 'outcome', node: 'process', is: 'submit' }, 'putusan "Mengerjakan process" belum diketahui'],
    [
      { kind: 'person', of: { kind: 'step', node: 'process' }, is: 'same-as', as: { kind: 'starter' } },
      'pelaksana "Mengerjakan process" belum diketahui dan yang memulai permohonan belum diketahui',
    ],
    [
      { kind: 'office', of: { kind: 'step', node: 'process' }, position: 'officer' },
      'pelaksana "Mengerjakan process" belum diketahui',
    ],
    [
      { kind: 'days', field: 'day', op: 'at-least-after', days: 7, of: { kind: 'start' } },
      '‘Tanggal kegiatan’ belum diisi dan tanggal mulai permohonan belum diketahui',
    ],
    [
      { kind: 'fields', field: 'asked', op: 'before', other: 'day' },
      '‘Tanggal surat’ belum diisi dan ‘Tanggal kegiatan’ belum diisi',
    ],
  ])('says what an open question waits for: %j', (when, missing) => {
    expect(explain({ when })).toBe(`Belum dapat diputuskan: ${missing}.`)
  })

  it('names only the one of two fields that is missing', () => {
    const when = { kind: 'fields', field: 'asked', op: 'before', other: 'day' }
    expect(explain({ when, inputs: { asked: '2026-01-01' } })).toBe('Belum dapat diputuskan: ‘Tanggal kegiatan’ belum diisi.')
  })

  it('names the branches when several apply', () => {
    const cheapExit = exit('cheap', { label: 'Murah', when: Condition.parse(cheap) })
    const asked = { inputs: { files: 6, fee: 1 }, more: [cheapExit] }
    expect(explain(asked)).toBe('Belum dapat diputuskan: lebih dari satu cabang berlaku, yaitu Lengkap dan Murah.')
    expect(explain({ ...asked, locale: 'en' })).toBe(
      'It cannot be decided yet: more than one branch applies, namely Lengkap and Murah.',
    )
  })

  it('says why none applies', () => {
    expect(explain({ inputs: { files: 1 }, more: [] })).toBe(
      'Belum dapat diputuskan: tidak ada cabang yang syaratnya terpenuhi: tidak benar bahwa Jumlah berkas (1) paling sedikit 5.',
    )
    expect(explain({ inputs: { files: 1 }, more: [], locale: 'en' })).toBe(
      'It cannot be decided yet: no branch has its condition met: it is not so that Jumlah berkas (1) is at least 5.',
    )
    expect(explain({ when: enough, inputs: {}, locale: 'en' })).toContain('‘Jumlah berkas’ is not filled in yet')
  })

  it('waits in English as well', () => {
    const when = { kind: 'outcome', node: 'process', is: 'submit' }
    expect(explain({ when, locale: 'en' })).toBe('It cannot be decided yet: outcome of "Mengerjakan process" is not known yet.')
  })
})
