import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Definition } from '#engine/definition/schema.ts'
import { aBranchedSop, aFullSop, aFullStandard } from '#test/builders/papers.ts'
import { tries } from '#test/support/tries.ts'
import { correctingOf } from './typing-correction.ts'

const standard = aFullStandard()
const withItems = (key: 'requirements' | 'products', items: string[]): Definition => ({
  ...standard,
  components: { ...standard.components, [key]: { items } },
})
const may = (after: Definition, before = standard) => correctingOf(before, after).ok

describe('what a correction (ralat) may mend', () => {
  it('words, told as what was written and what is to be read', () => {
    const before = withItems('requirements', ['Surat permohnan bermaterai'])
    const after = withItems('requirements', ['Surat permohonan bermeterai'])
    expect(correctingOf(before, after)).toEqual({
      ok: true,
      corrections: [
        {
          place: 'Komponen “Persyaratan”',
          what: 'isi',
          before: ['Surat permohnan bermaterai'],
          after: ['Surat permohonan bermeterai'],
        },
      ],
    })
  })
  it('number and year of a rule that is cited', () => {
    const legal = (year: number, text: string): Definition => ({
      ...standard,
      components: { ...standard.components, legalBasis: { items: [{ text, type: 'UU', number: '25', year }] } },
    })
    expect(may(legal(2009, 'Undang-Undang Nomor 25 Tahun 2009'), legal(2008, 'Undang-Undang Nomor 25 Tahun 2008'))).toBe(true)
  })
  it('and no figure elsewhere: another number is another rule', () => {
    const before = withItems('requirements', ['Fotokopi KTP 2 lembar'])
    expect(correctingOf(before, withItems('requirements', ['Fotokopi KTP 3 lembar']))).toMatchObject({ ok: false })
  })
  it('nor another sentence in the place of one, nor one more', () => {
    const before = withItems('products', ['Surat izin'])
    expect(may(withItems('products', ['Uang tunai']), before)).toBe(false)
    expect(may(withItems('products', ['Surat izin', 'Salinan']), before)).toBe(false)
  })
  it('nor lanes, steps, times, fees, limits of forms and conditions, each named', () => {
    const flow = standard.flow
    const [lane, ...lanes] = flow.lanes
    if (!lane) throw new Error('a standard has lanes')
    const changed: Definition[] = [
      { ...standard, flow: { ...flow, lanes: [{ ...lane, name: `${lane.name}a` }, ...lanes] } },
      { ...standard, flow: { ...flow, edges: flow.edges.slice(1) } },
      { ...standard, components: { ...standard.components, fee: { kind: 'tariff', lines: [{ what: 'Retribusi', rupiah: 1 }] } } },
      { ...standard, forms: [...standard.forms, { id: 'lain' as never, fields: [] }] },
    ]
    for (const after of changed) {
      const judged = correctingOf(standard, after)
      expect(judged.ok ? [] : judged.changes).not.toEqual([])
    }
  })
  it('nothing, where nothing but boxes on the canvas and notes of authors differ', () =>
    expect(correctingOf(standard, { ...standard, layout: {}, notes: ['lain'] })).toEqual({ ok: true, corrections: [] }))
})

it('whatever number, yes or no, order or length of a standard changes, an amending decree is asked for', () => {
  const versions = [aFullStandard(), aFullSop(), aBranchedSop()]
  const places = versions.flatMap((document, version) => leaves(document).map((path) => ({ version, path })))
  const hard = places.filter(({ version, path }) => {
    const value = at(versions[version], path)
    const free = ['layout', 'notes', 'schemaVersion'].includes(String(path[0])) || path.at(-1) === 'year'
    return !free && (typeof value === 'number' || typeof value === 'boolean')
  })
  fc.assert(
    fc.property(fc.constantFrom(...hard), ({ version, path }) => {
      const before = versions[version] as Definition
      const after = put(before, path) as Definition
      expect(correctingOf(before, after).ok).toBe(false)
    }),
    { numRuns: Math.min(tries(200), 400) },
  )
})

type Path = readonly (string | number)[]
function leaves(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]))
}
const at = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], document)
function put(document: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return typeof document === 'number' ? document + 1 : !document
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(document) ? [...document] : { ...(document as object) }
  const holder = copy as Record<string | number, unknown>
  holder[key] = put(holder[key], rest)
  return copy
}
