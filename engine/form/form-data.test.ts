import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { type FileLike, readFormData, withFiles } from './form-data.ts'
import { toFormEntries } from './form-entries.ts'

const [form] = aDefinition({
  forms: [
    aForm(
      'f',
      aField('text', 'name'),
      aField('rupiah', 'fee'),
      aField('number', 'count'),
      aField('date', 'day'),
      aField('time', 'hour'),
      aField('dateTime', 'moment'),
      aField('yesNo', 'agreed'),
      aField('choice', 'class'),
      aField('choices', 'channels'),
      aField('nip', 'nip'),
      aField('file', 'letter', { max: 3 }),
      aField('group', 'items', {
        fields: [
          { kind: 'text', id: 'what', label: 'what' },
          { kind: 'number', id: 'amount', label: 'amount' },
          { kind: 'file', id: 'proof', label: 'proof', max: 1 },
        ],
      }),
    ),
  ],
}).forms
if (!form) throw new Error('no form')
const read = (...entries: [string, string | FileLike][]) => {
  const { raw, errors, uploads } = readFormData(form, entries)
  return { raw: { ...raw }, errors, uploads }
}
const rawOf = (...entries: [string, string | FileLike][]) => read(...entries).raw

describe('the entries of an HTML form', () => {
  it('are read by the kind of their field', () => {
    expect(
      rawOf(
        ['csrf', 'x'],
        ['outcome', 'accept'],
        ['f.name', ' Asha '],
        ['f.fee', 'Rp 1.250.000,00'],
        ['f.count', '12,5'],
        ['f.day', '31/12/2026'],
        ['f.hour', '9.30'],
        ['f.moment', '2026-12-31T09:30'],
        ['f.agreed', 'no'],
        ['f.channels', 'a'],
        ['f.channels', 'b'],
        ['f.nip', '19700101 199503 1 001'],
      ),
    ).toEqual({
      name: 'Asha',
      fee: 1_250_000,
      count: 12.5,
      day: '2026-12-31',
      hour: '09:30',
      moment: '2026-12-31T09:30',
      agreed: false,
      channels: ['a', 'b'],
      nip: '197001011995031001',
    })
  })

  it.each([
    ['1.250', 1250],
    ['0.125', 0.125],
    ['-0.500', -0.5],
    ['1.250,5', 1250.5],
    ['1250.5', 1250.5],
    ['-3', -3],
    ['1.25.000', '1.25.000'],
    ['1,250,000', '1,250,000'],
    ['lima', 'lima'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
  ])('read %s as people here write numbers, and leave the rest to be refused', (text, value) => {
    expect(rawOf(['f.count', text])).toEqual({ count: value })
  })

  it('of empty fields are no values', () => {
    expect(rawOf(['f.name', '  '], ['f.count', ''], ['f.channels', ''], ['f.letter', { name: '', size: 0 }])).toEqual({})
  })

  it('may repeat for choices and files alone', () => {
    expect(read(['f.class', 'a'], ['f.class', 'b'])).toMatchObject({ raw: {}, errors: [{ path: 'class', code: 'duplicate' }] })
    const many = Array.from({ length: 61 }, (): [string, string] => ['f.channels', 'a'])
    expect(read(...many).errors).toEqual([{ path: 'channels', code: 'too-many', params: { max: 60 } }])
  })

  it('make rows of groups, and no more rows than there can be', () => {
    expect(rawOf(['f.items.1.what', 'b'], ['f.items.0.what', 'a'], ['f.items.1.amount', '2'], ['f.items.2.what', ''])).toEqual({
      items: [{ what: 'a' }, { what: 'b', amount: 2 }],
    })
    expect(read(['f.items.30000000.what', 'a'])).toMatchObject({ raw: {}, errors: [{ path: 'items', code: 'too-many' }] })
    expect(read(['f.items.x.what', 'a'], ['f.items.-1.what', 'a'], ['f.name.0.x', 'a'], ['f.items', 'a']).errors).toHaveLength(4)
  })

  it('cannot reach a prototype', () => {
    const { raw } = readFormData(form, [
      ['f.__proto__', 'x'],
      ['f.items.0.__proto__', 'x'],
      ['f.constructor', 'x'],
    ])
    expect(Object.keys(raw).toSorted()).toEqual(['__proto__', 'constructor', 'items'])
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })

  it('give files to be stored, whose ids then stand beside those already there', () => {
    const file = { name: 'surat.pdf', size: 10 }
    const { raw, uploads } = read(['f.letter', 'kept'], ['f.letter', file], ['f.items.1.proof', file])
    expect(uploads.map(({ path }) => path)).toEqual(['letter', 'items.1.proof'])
    expect(
      withFiles(raw, [
        { path: 'letter', id: 'n1' },
        { path: 'items.1.proof', id: 'n2' },
      ]),
    ).toEqual({
      letter: ['kept', 'n1'],
      items: [{}, { proof: ['n2'] }],
    })
    expect(read(['f.name', file]).errors).toEqual([{ path: 'name', code: 'wrong-type' }])
  })

  it('come back as what they were when a form is filled again', () => {
    const line = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/)
    const values = fc.record(
      {
        name: line,
        fee: fc.integer({ min: 0, max: 1e12 }),
        count: fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((n) => n + 0),
        day: fc.constantFrom('2026-12-31', '2024-02-29'),
        hour: fc.constantFrom('00:00', '23:59'),
        moment: fc.constantFrom('2026-12-31T08:00'),
        agreed: fc.boolean(),
        class: fc.constantFrom('a', 'b'),
        channels: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
        letter: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{4}$/), { minLength: 1, maxLength: 3 }),
        items: fc.array(fc.record({ what: line, amount: fc.integer() }), { minLength: 1, maxLength: 5 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(values, (value) => {
        const { raw, errors } = readFormData(form, toFormEntries(form, value))
        expect(errors).toEqual([])
        expect({ ...raw, ...(raw.items ? { items: [...(raw.items as object[])].map((row) => ({ ...row })) } : {}) }).toEqual(
          value,
        )
      }),
    )
  })
})
