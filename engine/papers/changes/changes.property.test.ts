import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '#engine/definition/canonical.ts'
import { parseDefinition } from '#engine/definition/parse.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { aBranchedSop, aFullSop, aFullStandard } from '#test/builders/papers.ts'
import { tries } from '#test/support/tries.ts'
import { changesBetween } from './index.ts'

const asked = aDefinition({
  forms: [
    aForm(
      'asked',
      aField('text', 'name', { label: 'Nama', maxLength: 40, help: 'Seperti di KTP', required: true }),
      aField('choice', 'class', {
        label: 'Kelas',
        options: [
          { id: 'a', label: 'Ringan' },
          { id: 'b', label: 'Berat' },
        ],
      }),
      aField('file', 'scan', { label: 'Pindaian', min: 1, max: 5, visibleWhen: { kind: 'field', field: 'name', op: 'filled' } }),
    ),
  ],
})
const versions: readonly Definition[] = [aFullStandard(), aFullSop(), aBranchedSop(), asked]

/** Every place in a document where a plain value stands. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]))
}

function put(document: unknown, path: readonly (string | number)[], change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(document)
  const copy = Array.isArray(document) ? [...document] : { ...(document as object) }
  const holder = copy as Record<string | number, unknown>
  holder[key] = put(holder[key], rest, change)
  return copy
}

/** What two versions say to anybody but their authors. */
const matter = ({ layout, notes, schemaVersion, flow, ...rest }: Definition): string =>
  canonicalJson({
    ...rest,
    flow: { ...flow, nodes: flow.nodes.map(({ note, ...node }) => node), edges: flow.edges.map(({ id, ...edge }) => edge) },
  })

const another = fc.oneof(
  fc.constantFrom<(value: unknown) => unknown>(
    (value) => (typeof value === 'number' ? value + 1 : value),
    (value) => (typeof value === 'boolean' ? !value : value),
    (value) => (typeof value === 'string' ? `${value} baru` : value),
    (value) => (typeof value === 'string' ? `${value}x` : value),
  ),
  fc
    .constantFrom(
      'workingDay',
      'hour',
      'all',
      'any',
      'completed',
      'rejected',
      'clerk',
      'head',
      'check',
      'end',
      'apply',
      'reject',
      'required',
      'start',
    )
    .map((word) => (value: unknown) => (typeof value === 'string' ? word : value)),
)

it('passes over nothing: whatever plain value of a version changes, there is a sentence', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.constantFrom(...versions), fc.nat(), another, (version, at, change) => {
      const places = leaves(version)
      const path = places[at % places.length] ?? []
      const parsed = parseDefinition(put(version, path, change))
      fc.pre(parsed.ok)
      if (!parsed.ok) return
      const changes = changesBetween(version, parsed.definition)
      const differs = matter(parsed.definition) !== matter(version)
      expect(changes.length > 0, `${path.join('.')}: ${changes.map(({ sentence }) => sentence).join(' ')}`).toBe(differs)
      if (differs) seen.add(path.filter((key) => typeof key === 'string').join('.'))
    }),
    { numRuns: tries(500) },
  )
  expect(seen.size).toBeGreaterThan(40)
})

it('is the same the other way round: as many changes back as there', () => {
  const pairs = versions.flatMap((before) => versions.map((after) => [before, after] as const))
  for (const [before, after] of pairs) expect(changesBetween(after, before)).toHaveLength(changesBetween(before, after).length)
})
