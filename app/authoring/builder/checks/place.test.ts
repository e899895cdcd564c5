import { describe, expect, it } from 'vitest'
import { wordsOf } from '#app/authoring/words-form.ts'
import { checkDefinition, componentKeys, type RuleContext } from '#engine'
import { Definition } from '#engine/definition/schema.ts'
import type { DefinitionInput } from '#test/builders/definition.ts'
import { wholeAgency, wholeProcedure, wholeStandard } from '#test/builders/whole-standard.ts'
import { brokenDefinitions as broken } from '#test/definitions/broken/all.ts'
import { addressOf, placeOf } from './place.ts'

const parts = [...componentKeys, 'sop', 'sk'].map((key) => `bagian-${key}`)

describe('every finding leads to where it is mended', () => {
  it.each(broken)('$rule: $name', ({ change, of, agency }) => {
    const draft: DefinitionInput = structuredClone(of ? wholeProcedure() : wholeStandard())
    change(draft)
    const definition = Definition.parse(draft)
    const context: RuleContext = { ...wholeAgency(), ...agency }
    const fields = Object.keys(wordsOf(definition)).map((name) => `words-${name}`)
    for (const finding of checkDefinition(definition, context)) {
      const place = placeOf(finding, definition)
      if (place.kind === 'page') expect([...parts, ...fields]).toContain(place.path.split('#')[1])
      const things = [finding.nodeId, finding.edgeId, finding.laneId].filter((id) => id !== undefined)
      if (things.length > 0) expect(place.kind).toBe('details')
      expect(addressOf(finding, definition, '/susun/a/b')).toMatch(/^\/susun\/a\/b/)
    }
  })
})

it('leads from what stands in no place to the standard itself', () => {
  const failed = { code: 'rule-failed', rule: 'sound', severity: 'error' } as const
  expect(placeOf(failed, wholeStandard())).toEqual({ kind: 'details', selection: null, tab: 'words' })
})
