import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyEdits, groundEdits } from '#test/builders/edits.ts'
import { tries } from '#test/support/tries.ts'
import { canonicalJson } from '../canonical.ts'
import { emptyDefinition } from '../empty.ts'
import { parseDefinition } from '../parse.ts'
import { stepRows } from '../rows.ts'
import { checkDefinition } from '../rules/check.ts'
import { applyEdit } from './apply.ts'
import type { Edit } from './edit.ts'

const begin = () => emptyDefinition({ title: 'Standar', kind: 'service' })

it('keeps any draft parseable, checkable and numbered without gaps, and undo gives back the bytes', () => {
  fc.assert(
    fc.property(fc.array(anyEdits, { maxLength: 40 }), (list) => {
      const past = [{ draft: begin(), bytes: canonicalJson(begin()) }]
      for (const raw of [...groundEdits, ...list]) {
        const before = past.at(-1)?.draft ?? begin()
        const result = applyEdit(before, raw as Edit)
        if (!result.ok) continue
        past.push({ draft: result.definition, bytes: canonicalJson(result.definition) })
      }
      for (const { draft, bytes } of past.toReversed()) expect(canonicalJson(draft)).toBe(bytes)
      const last = past.at(-1)?.draft ?? begin()
      expect(parseDefinition(JSON.parse(canonicalJson(last)))).toEqual({ ok: true, definition: last })
      expect(stepRows(last).map((row) => row.number)).toEqual(stepRows(last).map((_, at) => at + 1))
      expect(checkDefinition(last).filter((finding) => finding.code === 'rule-failed')).toEqual([])
      for (const part of last.flow.edges)
        expect(last.flow.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([part.from, part.to]))
    }),
    { numRuns: tries(150), verbose: 1 },
  )
})
