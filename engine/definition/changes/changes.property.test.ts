import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyEdits, groundEdits } from '#test/builders/edits.ts'
import { tries } from '#test/support/tries.ts'
import { canonicalJson } from '../canonical.ts'
import { applyEdit } from '../edit/apply.ts'
import type { Edit } from '../edit/edit.ts'
import { emptyDefinition } from '../empty.ts'
import { parseDefinition } from '../parse.ts'
import type { Definition } from '../schema.ts'
import {
  applyPartChanges,
  type Clash,
  faultsOf,
  inversePartChanges,
  overlaid,
  type PartChange,
  PartChanges,
  partChangesBetween,
  partKey,
  valueAt,
} from './index.ts'

const list = fc.array(anyEdits, { maxLength: 25 })
const once = { numRuns: tries(200), verbose: 1 } as const

const written = (draft: Definition, edits: readonly unknown[]): Definition =>
  edits.reduce((made: Definition, edit) => {
    const result = applyEdit(made, edit as Edit)
    return result.ok ? result.definition : made
  }, draft)
const base = written(emptyDefinition({ title: 'Standar', kind: 'service' }), groundEdits)
const bytes = (draft: Definition) => canonicalJson(draft)
const inClash = (clashes: readonly Clash[]) => clashes.flatMap((clash) => [clash.change, ...clash.with])
/** A form or a joint lane may be named before it is there; that is for the rules to say. */
const hardFaults = (draft: Definition) =>
  faultsOf(draft)
    .map(({ key }) => key)
    .filter((key) => !key.startsWith('form/') && !key.startsWith('beside/'))
/** As it comes over the wire. */
const sent = (changes: readonly PartChange[]) => PartChanges.parse(JSON.parse(JSON.stringify(changes)))

it('leads from any draft to any later one, and back, to the byte', () => {
  fc.assert(
    fc.property(list, list, (first, second) => {
      const before = written(base, first)
      const after = written(before, second)
      const changes = sent(partChangesBetween(before, after))
      const there = applyPartChanges(before, changes)
      expect(there.clashes).toEqual([])
      expect(bytes(there.definition)).toBe(bytes(after))
      const back = applyPartChanges(there.definition, inversePartChanges(changes))
      expect(back.clashes).toEqual([])
      expect(bytes(back.definition)).toBe(bytes(before))
    }),
    once,
  )
})

it('loses no change of two authors: each is in the draft, or in exactly one clash', () => {
  fc.assert(
    fc.property(list, list, list, (first, theirs, mine) => {
      const start = written(base, first)
      const changes = partChangesBetween(start, written(start, mine))
      const colleague = written(start, theirs)
      const { definition, clashes } = applyPartChanges(colleague, changes)
      const clashing = inClash(clashes)
      expect(new Set(clashing).size).toBe(clashing.length)
      for (const change of changes) {
        if (clashing.includes(change) || ('member' in change.part && change.part.member === 'order')) continue
        expect(canonicalJson(valueAt(definition, change.part) ?? null), partKey(change.part)).toBe(
          canonicalJson(change.after ?? null),
        )
      }
      expect(parseDefinition(JSON.parse(bytes(definition)))).toEqual({ ok: true, definition })
      expect(hardFaults(definition).filter((key) => !hardFaults(colleague).includes(key))).toEqual([])
    }),
    once,
  )
})

it('leaves what the colleague wrote as it is, wherever the two do not meet', () => {
  fc.assert(
    fc.property(list, list, list, (first, theirs, mine) => {
      const start = written(base, first)
      const colleague = written(start, theirs)
      const changes = partChangesBetween(start, written(start, mine))
      const touched = new Set(changes.map(({ part }) => partKey(part)))
      const { definition } = applyPartChanges(colleague, changes)
      for (const { part, after } of partChangesBetween(start, colleague)) {
        const whole = 'member' in part ? { ...part, member: undefined } : part
        if (touched.has(partKey(part)) || touched.has(partKey(whole)) || part.of === 'field') continue
        if ('member' in part && part.member === 'order') continue
        if (!('member' in part) && changes.some((change) => 'id' in part && 'id' in change.part && change.part.id === part.id))
          continue
        expect(canonicalJson(valueAt(definition, part) ?? null), partKey(part)).toBe(canonicalJson(after ?? null))
      }
    }),
    once,
  )
})

it('goes back over a colleague without undoing what the colleague did', () => {
  fc.assert(
    fc.property(list, list, list, (first, mine, theirs) => {
      const earlier = written(base, first)
      const present = written(earlier, mine)
      const newest = written(present, theirs)
      const changes = partChangesBetween(present, newest)
      const back = overlaid(earlier, changes, newest)
      if (back === null) return
      expect(parseDefinition(JSON.parse(bytes(back)))).toEqual({ ok: true, definition: back })
      for (const { part, after } of changes) {
        if ('member' in part && part.member === 'order') continue
        if (part.of === 'field' || part.of === 'layout') continue
        expect(canonicalJson(valueAt(back, part) ?? null), partKey(part)).toBe(canonicalJson(after ?? null))
      }
    }),
    once,
  )
})

it('goes back to the byte where no colleague did anything', () => {
  fc.assert(
    fc.property(list, list, (first, second) => {
      const earlier = written(base, first)
      expect(overlaid(earlier, [], written(earlier, second))).toBe(earlier)
    }),
    { ...once, numRuns: tries(30) },
  )
})
