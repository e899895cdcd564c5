import { expect, it } from 'vitest'
import { Condition, Operator } from '#engine/definition/condition.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
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
