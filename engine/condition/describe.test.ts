import { expect, it } from 'vitest'
import { Condition, Operator } from '#engine/definition/condition.ts'
import { aDefinition, aField, aForm, aLane, anApplicantLane } from '#test/builders/definition.ts'
import { describeCondition } from './describe.ts'
import { conditionWords } from './words.ts'

const definition = aDefinition({
  forms: [
    aForm(
      'f',
      aField('choice', 'class', { label: 'Klasifikasi', options: [{ id: 'light', label: 'Ringan' }] }),
      aField('rupiah', 'fee', { label: 'Biaya' }),
      aField('date', 'day', { label: 'Tanggal kegiatan' }),
    ),
  ],
})
const condition = Condition.parse({
  kind: 'group',
  combine: 'all',
  of: [
    { kind: 'field', field: 'class', op: 'is', value: 'light' },
    {
      kind: 'group',
      combine: 'any',
      of: [
        { kind: 'field', field: 'fee', op: 'between', value: [5000, 1250000] },
        { kind: 'field', field: 'day', op: 'at-most', value: '2026-12-24' },
        { kind: 'outcome', node: 'process', is: 'submit' },
      ],
    },
  ],
})

it('is said in plain Indonesian and English, with the labels of the form', () => {
  expect(describeCondition(condition, definition, 'id')).toBe(
    'Klasifikasi adalah "Ringan" dan (Biaya antara Rp5.000 dan Rp1.250.000 atau Tanggal kegiatan paling lambat 24 Desember 2026 atau putusan "Mengerjakan process" adalah "submit")',
  )
  expect(describeCondition(condition, definition, 'en')).toBe(
    'Klasifikasi is "Ringan" and (Biaya is between Rp5.000 and Rp1.250.000 or Tanggal kegiatan is no later than 24 December 2026 or outcome of "Mengerjakan process" is "submit")',
  )
})

it('has words for every operator in both languages', () => {
  for (const locale of ['id', 'en'] as const)
    expect(Object.keys(conditionWords[locale].operators).toSorted()).toEqual([...Operator.options].toSorted())
})

const every = aDefinition({
  lanes: [anApplicantLane(), aLane('officer', ['clerk']), aLane('heads', ['head', 'deputy'])],
  forms: [
    aForm(
      'f',
      aField('text', 'name', { label: 'Nama' }),
      aField('number', 'count', { label: 'Jumlah' }),
      aField('number', 'most', { label: 'Batas' }),
      aField('date', 'day', { label: 'Hari' }),
      aField('date', 'asked', { label: 'Surat' }),
      aField('time', 'hour', { label: 'Jam' }),
      aField('dateTime', 'moment', { label: 'Saat' }),
      aField('choices', 'kinds', { label: 'Jenis' }),
      aField('yesNo', 'signed', { label: 'Sah' }),
    ),
  ],
})
const process = { kind: 'step', node: 'process' }
const starter = { kind: 'starter' }
const field = (id: string, op: string, value?: unknown) => ({
  kind: 'field',
  field: id,
  op,
  ...(value === undefined ? {} : { value }),
})
const questions: unknown[] = [
  field('name', 'is', 'x'),
  field('name', 'is-not', 'x'),
  field('name', 'contains', 'x'),
  field('name', 'starts-with', 'x'),
  field('name', 'ends-with', 'x'),
  field('name', 'one-of', ['x', 'y']),
  field('name', 'none-of', ['x', 'y']),
  field('name', 'empty'),
  field('name', 'filled'),
  field('count', 'less-than', 1.5),
  field('count', 'at-most', 1250),
  field('count', 'at-least', 1),
  field('count', 'more-than', 1),
  field('count', 'between', [1, 2]),
  field('day', 'before', '2026-12-24'),
  field('day', 'after', '2026-12-24'),
  field('day', 'at-most', '2026-12-24'),
  field('hour', 'at-least', '09:30'),
  field('moment', 'at-most', '2026-12-24T09:30'),
  field('kinds', 'includes-all', ['a', 'b']),
  field('kinds', 'includes-any', ['a', 'z']),
  field('signed', 'is', true),
  field('signed', 'is', false),
  field('gone', 'is', 'x'),
  { kind: 'outcome', node: 'process', is: 'submit' },
  { kind: 'outcome', node: 'process', is: 'lost' },
  { kind: 'outcome', node: 'lost', is: 'submit' },
  { kind: 'outcome', node: 'end', is: 'submit' },
  { kind: 'fields', field: 'count', op: 'at-most', other: 'most' },
  { kind: 'fields', field: 'day', op: 'at-most', other: 'asked' },
  ...['within', 'at-most-after', 'at-least-after', 'at-most-before', 'at-least-before'].map((op, index) => ({
    kind: 'days',
    field: 'day',
    op,
    days: index + 1,
    of: index === 2 ? { kind: 'start' } : { kind: 'field', field: 'asked' },
  })),
  { kind: 'days', field: 'day', op: 'within', days: 2, of: { kind: 'start' } },
  { kind: 'person', of: process, is: 'same-as', as: starter },
  { kind: 'person', of: starter, is: 'other-than', as: process },
  { kind: 'office', of: process, position: 'clerk' },
  { kind: 'office', of: starter, position: 'head' },
  { kind: 'group', combine: 'none', of: [field('name', 'empty'), field('signed', 'is', true)] },
  {
    kind: 'group',
    combine: 'any',
    of: [{ kind: 'group', combine: 'all', of: [field('name', 'empty')] }, field('name', 'filled')],
  },
]
const said = (locale: 'id' | 'en') => questions.map((one) => describeCondition(Condition.parse(one), every, locale))

it('is said in Indonesian, whatever it asks', () => {
  expect(said('id')).toEqual([
    'Nama adalah "x"',
    'Nama bukan "x"',
    'Nama memuat "x"',
    'Nama diawali dengan "x"',
    'Nama diakhiri dengan "x"',
    'Nama salah satu dari "x", "y"',
    'Nama bukan salah satu dari "x", "y"',
    'Nama kosong',
    'Nama terisi',
    'Jumlah kurang dari 1,5',
    'Jumlah paling banyak 1.250',
    'Jumlah paling sedikit 1',
    'Jumlah lebih dari 1',
    'Jumlah antara 1 dan 2',
    'Hari sebelum 24 Desember 2026',
    'Hari sesudah 24 Desember 2026',
    'Hari paling lambat 24 Desember 2026',
    'Jam paling cepat 09.30',
    'Saat paling lambat 24 Desember 2026 pukul 09.30',
    'Jenis memuat semua dari "A", "B"',
    'Jenis memuat salah satu dari "A", "z"',
    'Sah adalah ya',
    'Sah adalah tidak',
    'gone adalah "x"',
    'putusan "Mengerjakan process" adalah "submit"',
    'putusan "Mengerjakan process" adalah "lost"',
    'putusan "(tidak dikenal)" adalah "submit"',
    'putusan "(tidak dikenal)" adalah "submit"',
    'Jumlah paling banyak Batas',
    'Hari paling lambat Surat',
    'Hari dalam 1 hari dari Surat',
    'Hari paling banyak 2 hari sesudah Surat',
    'Hari paling sedikit 3 hari sesudah tanggal mulai permohonan',
    'Hari paling banyak 4 hari sebelum Surat',
    'Hari paling sedikit 5 hari sebelum Surat',
    'Hari dalam 2 hari dari tanggal mulai permohonan',
    'pelaksana "Mengerjakan process" adalah orang yang sama dengan yang memulai permohonan',
    'yang memulai permohonan adalah orang lain dari pelaksana "Mengerjakan process"',
    'pelaksana "Mengerjakan process" bertindak sebagai "officer"',
    'yang memulai permohonan bertindak sebagai "head"',
    'tidak satu pun berlaku: (Nama kosong; Sah adalah ya)',
    'Nama kosong atau Nama terisi',
  ])
})

it('is said in English, whatever it asks', () => {
  expect(said('en')).toEqual([
    'Nama is "x"',
    'Nama is not "x"',
    'Nama contains "x"',
    'Nama starts with "x"',
    'Nama ends with "x"',
    'Nama is one of "x", "y"',
    'Nama is none of "x", "y"',
    'Nama is empty',
    'Nama is filled in',
    'Jumlah is less than 1.5',
    'Jumlah is at most 1,250',
    'Jumlah is at least 1',
    'Jumlah is more than 1',
    'Jumlah is between 1 and 2',
    'Hari is before 24 December 2026',
    'Hari is after 24 December 2026',
    'Hari is no later than 24 December 2026',
    'Jam is no earlier than 09:30',
    'Saat is no later than 24 December 2026 at 09:30',
    'Jenis includes all of "A", "B"',
    'Jenis includes any of "A", "z"',
    'Sah is yes',
    'Sah is no',
    'gone is "x"',
    'outcome of "Mengerjakan process" is "submit"',
    'outcome of "Mengerjakan process" is "lost"',
    'outcome of "(unknown)" is "submit"',
    'outcome of "(unknown)" is "submit"',
    'Jumlah is at most Batas',
    'Hari is no later than Surat',
    'Hari is within 1 day of Surat',
    'Hari is at most 2 days after Surat',
    'Hari is at least 3 days after the day the request began',
    'Hari is at most 4 days before Surat',
    'Hari is at least 5 days before Surat',
    'Hari is within 2 days of the day the request began',
    'the performer of "Mengerjakan process" is the same person as who began the request',
    'who began the request is another person than the performer of "Mengerjakan process"',
    'the performer of "Mengerjakan process" acted as "officer"',
    'who began the request acted as "head"',
    'none of these holds: (Nama is empty; Sah is yes)',
    'Nama is empty or Nama is filled in',
  ])
})

it('calls a position by its title where that is known', () => {
  const condition = Condition.parse({ kind: 'office', of: process, position: 'clerk' })
  expect(describeCondition(condition, every, 'id', new Map([['clerk', 'Staf Umum']]))).toBe(
    'pelaksana "Mengerjakan process" bertindak sebagai "Staf Umum"',
  )
})
