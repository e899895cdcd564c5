import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTyped } from '#app/read-form.ts'
import { boxKeys, columnKeys, componentKeys, identityKeys, PaperLayout } from '#engine'
import { LayoutInput, layoutAsTyped } from './layout-input.ts'

const typed = (over: Record<string, string | string[]> = {}) => ({
  ...layoutAsTyped(PaperLayout.parse({})),
  revision: '3',
  ...over,
})
const problems = (over: Record<string, string | string[]>) => {
  const input = parseTyped(LayoutInput, typed(over))
  return input.ok || input.refusal.code !== 'invalid' ? [] : input.refusal.errors.map(({ path, code }) => [path, code])
}

const shuffled = <K extends string>(keys: readonly K[]) =>
  fc.shuffledSubarray([...keys], { minLength: keys.length, maxLength: keys.length })
const name = fc.constantFrom('Pendukung', 'Waktu Penyelesaian', 'Ket', 'É <b>')
const named = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), name, { maxKeys: 4 })
const upright = fc.record({
  paper: fc.constantFrom('A4', 'F4'),
  margins: fc.record({
    top: fc.integer({ min: 10, max: 40 }),
    right: fc.integer({ min: 10, max: 40 }),
    bottom: fc.integer({ min: 10, max: 40 }),
    left: fc.integer({ min: 10, max: 40 }),
  }),
})
const anyLayout = fc.record({
  standard: upright,
  decree: upright,
  matrix: fc.record({
    paper: fc.constantFrom('A4', 'F4'),
    margin: fc.integer({ min: 8, max: 25 }),
    columns: fc.oneof(shuffled(columnKeys), shuffled(columnKeys.filter((key) => key !== 'remarks'))),
    headings: named([...columnKeys, 'standard']),
    columnNumbers: fc.boolean(),
  }),
  sop: fc.record({
    identity: shuffled(identityKeys),
    identityNames: named(identityKeys),
    boxes: shuffled(boxKeys),
    boxNames: named(boxKeys),
  }),
  components: named(componentKeys),
})

describe('the form of an agency’s papers', () => {
  it('gives back what it shows', () => {
    fc.assert(
      fc.property(anyLayout, (given) => {
        const layout = PaperLayout.parse(given)
        const input = parseTyped(LayoutInput, { ...layoutAsTyped(layout), revision: '3' })
        expect(input).toEqual({ ok: true, value: { revision: 3, layout } })
      }),
    )
  })

  it('names the field of a place that is taken', () => {
    expect(problems({ 'column-time': '1' })).toEqual([['column-time', 'place-taken']])
    expect(problems({ 'identity-name': '1' })).toEqual([['identity-name', 'place-taken']])
  })

  it('names the field of a place that is missing or is none', () => {
    expect(problems({ 'column-lanes': '' })).toEqual([['column-lanes', 'not-an-option']])
    expect(problems({ 'box-records': '9' })).toEqual([['box-records', 'not-an-option']])
  })

  it('names the field of a margin that is none, too small or too large', () => {
    expect(problems({ 'decree-left': 'dua' })).toEqual([['decree-left', 'wrong-type']])
    expect(problems({ 'decree-left': '' })).toEqual([['decree-left', 'required']])
    expect(problems({ 'standard-top': '2' })).toEqual([['standard-top', 'too-small']])
    expect(problems({ 'matrix-margin': '60' })).toEqual([['matrix-margin', 'too-large']])
  })

  it('names the field of a heading of more than sixty letters', () => {
    expect(problems({ 'heading-time': 'x'.repeat(61) })).toEqual([['heading-time', 'too-long']])
  })
})
