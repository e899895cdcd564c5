import { describe, expect, it } from 'vitest'
import type { Field } from '#engine/definition/form.ts'
import { aDefinition, aField, aForm, type FieldInput } from '#test/builders/definition.ts'
import { fieldsOf } from './fields-of.ts'
import { readSubmission, withoutHidden } from './submission.ts'

function aFormOf(...inputs: FieldInput[]) {
  const definition = aDefinition({ forms: [aForm('f', ...inputs)] })
  const [form] = definition.forms
  if (!form) throw new Error('no form')
  return { form, facts: { fields: fieldsOf(definition), data: {}, outcomes: {} } }
}

/** Reads one field of a form that has no other. */
function read(input: FieldInput, value: unknown) {
  const result = readSubmission({ ...aFormOf(input), raw: value === undefined ? {} : { [input.id]: value } })
  return result.ok ? result.data[input.id as Field['id']] : result.errors.map(({ path, code }) => `${path} ${code}`).join(', ')
}

const when = (field: string, value: unknown) => ({ visibleWhen: { kind: 'field', field, op: 'is', value } })

describe('a field', () => {
  it.each([
    ['keeps text in one Unicode form without blanks around it', aField('text', 'x'), ' cafe\u0301 ', 'caf\u00e9'],
    ['keeps a text of one line on one line', aField('text', 'x'), 'a\r\nb', 'a b'],
    ['keeps the lines of a long text', aField('longText', 'x'), 'a\r\nb', 'a\nb'],
    ['drops what cannot be stored', aField('text', 'x'), 'a\u0000b\ud800c', 'abc'],
    ['does not touch markup, which is text', aField('text', 'x'), '<b>&amp;', '<b>&amp;'],
    ['takes a blank text for no answer', aField('text', 'x', { required: true }), '   ', 'x required'],
    ['takes no number for a text', aField('text', 'x'), 5, 'x wrong-type'],
    ['takes no text for a number', aField('number', 'x'), '5', 'x wrong-type'],
    ['takes no list for a text', aField('text', 'x'), ['a'], 'x wrong-type'],
    ['takes nothing for no answer, not for a value', aField('text', 'x'), null, 'x wrong-type'],
    ['keeps whole rupiah', aField('rupiah', 'x'), 1_250_000, 1_250_000],
    ['refuses a part of a rupiah', aField('rupiah', 'x'), 0.5, 'x wrong-type'],
    ['refuses a debt of rupiah', aField('rupiah', 'x'), -1, 'x too-small'],
    ['keeps to its bounds', aField('number', 'x', { min: 1, max: 3 }), 4, 'x too-large'],
    ['is no infinite number', aField('number', 'x'), Number.POSITIVE_INFINITY, 'x wrong-type'],
    ['keeps zero as zero', aField('number', 'x'), -0, 0],
    ['is a day that exists', aField('date', 'x'), '2026-02-29', 'x bad-date'],
    ['is a time that exists', aField('time', 'x'), '24:00', 'x bad-time'],
    ['is a moment that exists', aField('dateTime', 'x'), '2026-02-28T25:00', 'x bad-time'],
    ['is an option', aField('choice', 'x'), 'z', 'x not-an-option'],
    ['is one option, not a list of it', aField('choice', 'x'), ['a'], 'x wrong-type'],
    ['has options', aField('choices', 'x'), ['a', 'z'], 'x not-an-option'],
    ['has each option once', aField('choices', 'x'), ['a', 'a'], 'x duplicate'],
    ['has as many options as asked', aField('choices', 'x', { min: 2 }), ['a'], 'x too-few'],
    ['must be agreed to', aField('yesNo', 'x', { mustBeYes: true }), false, 'x must-be-yes'],
    ['must be agreed to, not left out', aField('yesNo', 'x', { mustBeYes: true }), undefined, 'x required'],
    ['may be answered with no', aField('yesNo', 'x', { required: true }), false, false],
    ['takes a position by id', aField('position', 'x'), 'kepala-dinas', 'kepala-dinas'],
    ['takes a NIK of 16 digits', aField('nik', 'x'), '3303012005900001', '3303012005900001'],
    ['takes no NIK of 15', aField('nik', 'x'), '330301200590000', 'x bad-nik'],
    ['takes a NIP 8-6-1-3', aField('nip', 'x'), '197001011995031001', '197001011995031001'],
    ['takes a NIP of contract staff', aField('nip', 'x'), '199001012022211001', '199001012022211001'],
    ['takes no NIP born in the thirteenth month', aField('nip', 'x'), '197013011995031001', 'x bad-nip'],
    ['takes a telephone number as written', aField('phone', 'x'), '+62 812-3456-7890', '+62 812-3456-7890'],
    ['takes no words for one', aField('phone', 'x'), 'hubungi saya', 'x bad-phone'],
    ['takes an e-mail address', aField('email', 'x'), 'asha@contoh.go.id', 'asha@contoh.go.id'],
    ['takes no half of one', aField('email', 'x'), 'asha@contoh', 'x bad-email'],
    ['takes a link to the web', aField('link', 'x'), 'https://contoh.go.id/a?b=1', 'https://contoh.go.id/a?b=1'],
    ['takes no script for a link', aField('link', 'x'), 'javascript:alert(1)', 'x bad-link'],
    ['takes no link with a password in it', aField('link', 'x'), 'https://bank.go.id@evil.example/', 'x bad-link'],
    ['takes a letter number as offices write it', aField('letterNumber', 'x'), '298 /TAHUN 2023', '298 /TAHUN 2023'],
    ['takes no letter number without a digit', aField('letterNumber', 'x'), 'tanpa nomor', 'x bad-letter-number'],
  ])('%s', (_what, field, value, expected) => {
    expect(read(field, value)).toEqual(expected)
  })

  it('counts characters as people do: 200 pass, 201 are refused', () => {
    const caption = aField('text', 'caption', { maxLength: 200 })
    expect(read(caption, '😀'.repeat(200))).toBe('😀'.repeat(200))
    expect(read(caption, 'a'.repeat(201))).toBe('caption too-long')
  })

  it('refuses four files of five, and a file that is not there', () => {
    const files = aField('file', 'photos', { min: 5, max: 10 })
    expect(read(files, ['1', '2', '3', '4'])).toBe('photos too-few')
    expect(read(files, ['1', '2', '3', '4', '5'])).toHaveLength(5)
    expect(read(files, ['../../etc/passwd', '2', '3', '4', '5'])).toBe('photos unknown-file')
    const result = readSubmission({ ...aFormOf(aField('file', 'letter')), raw: { letter: ['theirs'] }, files: new Set(['mine']) })
    expect(result).toEqual({ ok: false, errors: [{ path: 'letter', code: 'unknown-file' }] })
  })
})

describe('a submission', () => {
  const other = aFormOf(
    aField('choice', 'kind'),
    aField('text', 'which', { required: true, ...when('kind', 'c') }),
    aField('text', 'why', { ...when('which', 'lain') }),
    aField('note', 'words'),
  )
  const sent = (raw: Record<string, unknown>, data = {}) => readSubmission({ ...other, facts: { ...other.facts, data }, raw })

  it('works out what is shown, validates that, and keeps only that', () => {
    expect(sent({ kind: 'c', which: 'lain', why: 'x' })).toMatchObject({ ok: true, data: { kind: 'c', which: 'lain', why: 'x' } })
    expect(sent({ kind: 'c' })).toEqual({ ok: false, errors: [{ path: 'which', code: 'required' }] })
    expect(sent({ kind: 'a' })).toMatchObject({ ok: true, data: { kind: 'a' } })
  })

  it('refuses a value for a field that was not shown, along the whole chain (P9)', () => {
    expect(sent({ kind: 'a', which: 'lain', why: 'x' })).toEqual({
      ok: false,
      errors: [
        { path: 'which', code: 'hidden-field' },
        { path: 'why', code: 'hidden-field' },
      ],
    })
    expect(sent({ why: 'x' }, { which: 'lain', kind: 'c' })).toMatchObject({ errors: [{ path: 'why', code: 'hidden-field' }] })
  })

  it('refuses fields that the form does not have, whatever they are called', () => {
    const raw = JSON.parse('{"kind":"a","nope":1,"__proto__":{"kind":"c"},"constructor":1,"words":"x"}')
    expect(sent(raw)).toEqual({
      ok: false,
      errors: ['nope', '__proto__', 'constructor', 'words'].map((path) => ({ path, code: 'unknown-field' })),
    })
  })

  it('lets a page without script drop what a changed answer hides', () => {
    const raw = { kind: 'a', which: 'lain', nope: 1 }
    expect(withoutHidden({ ...other, raw })).toEqual({ kind: 'a', nope: 1 })
  })

  it('clears what was shown and left empty, and what the same answers hid', () => {
    const before = { kind: 'c', which: 'lama', why: 'lama' }
    expect(sent({ kind: 'a' }, before)).toMatchObject({ ok: true, data: { kind: 'a' }, cleared: ['which'] })
    expect(sent({ kind: 'c', which: 'baru' }, before)).toMatchObject({ data: { kind: 'c', which: 'baru' }, cleared: ['why'] })
  })

  it('does not touch a field that something else hid (P9)', () => {
    const { form, facts } = aFormOf(aField('text', 'mine'), aField('text', 'theirs', when('elsewhere', 'x')))
    const data = { theirs: 'kept', elsewhere: 'y' }
    expect(readSubmission({ form, facts: { ...facts, data }, raw: { mine: 'a' } })).toEqual({
      ok: true,
      data: { mine: 'a' },
      cleared: [],
    })
  })

  it('of a step without form holds nothing', () => {
    const { facts } = other
    expect(readSubmission({ form: null, facts, raw: {} })).toEqual({ ok: true, data: {}, cleared: [] })
    expect(readSubmission({ form: null, facts, raw: { x: 1 } })).toMatchObject({ errors: [{ path: 'x', code: 'unknown-field' }] })
  })
})

describe('a repeating group', () => {
  const items = aFormOf(
    aField('group', 'items', {
      required: true,
      max: 3,
      fields: [
        { kind: 'text', id: 'what', label: 'what', required: true },
        { kind: 'yesNo', id: 'more', label: 'more' },
        { kind: 'text', id: 'detail', label: 'detail', required: true, ...when('more', true) },
      ],
    }),
  )
  const sent = (rows: unknown) => {
    const result = readSubmission({ ...items, raw: { items: rows } })
    return result.ok ? result.data : result.errors.map(({ path, code }) => `${path} ${code}`)
  }

  it('is read row by row, each with its own conditions', () => {
    expect(sent([{ what: ' a ' }, { what: 'b', more: true, detail: 'c' }])).toEqual({
      items: [{ what: 'a' }, { what: 'b', more: true, detail: 'c' }],
    })
    expect(sent([{ what: 'a', more: true }])).toEqual(['items.0.detail required'])
    expect(sent([{ what: 'a' }, { what: 'b', detail: 'c' }])).toEqual(['items.1.detail hidden-field'])
  })

  it('names the row of a fault', () => {
    expect(sent([{ what: 'a' }, {}])).toEqual(['items.1.what required'])
    expect(sent([JSON.parse('{"what":"a","__proto__":1,"nope":1}')])).toEqual([
      'items.0.__proto__ unknown-field',
      'items.0.nope unknown-field',
    ])
    expect(sent(['a'])).toEqual(['items.0 wrong-type'])
    expect(sent('a')).toEqual(['items wrong-type'])
    expect(sent([])).toEqual(['items required'])
    expect(sent(Array(4).fill({ what: 'a' }))).toEqual(['items too-many'])
  })
})
