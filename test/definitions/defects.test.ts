import { expect, it } from 'vitest'
import { checkDefinition } from '#engine'
import { Definition } from '#engine/definition/schema.ts'
import type { DefinitionInput } from '#test/builders/definition.ts'
import { wholeAgency, wholeStandard } from '#test/builders/whole-standard.ts'
import { defects } from './broken/defects.ts'

it.each(defects)('%s', (_name, code, has) => {
  const draft: DefinitionInput = structuredClone(wholeStandard())
  has(draft)
  const found = checkDefinition(Definition.parse(draft), wholeAgency()).map((finding) => finding.code)
  expect([...new Set(found)]).toContain(code)
})

it('finds none of them in a good standard', () => expect(checkDefinition(wholeStandard(), wholeAgency())).toEqual([]))
