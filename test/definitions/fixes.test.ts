import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, checkDefinition, type Finding, fixesOf, type RuleContext } from '#engine'
import { applyEdits } from '#engine/definition/edit/index.ts'
import { definitionFixes } from '#engine/definition/fixes/all.ts'
import { Definition } from '#engine/definition/schema.ts'
import { aDecision, anEdge, type DefinitionInput } from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { wholeAgency, wholeProcedure, wholeStandard } from '#test/builders/whole-standard.ts'
import { anyDefinition } from '#test/engine/arbitrary.ts'
import { tries } from '#test/support/tries.ts'
import { brokenDefinitions as broken } from './broken/all.ts'
import { type Broken, between, laneOf, set, taskOf, without } from './broken/change.ts'
import { defects } from './broken/defects.ts'

function drafted({ change, of }: Pick<Broken, 'change' | 'of'>): Definition {
  const draft: DefinitionInput = structuredClone(of ? wholeProcedure() : wholeStandard())
  change(draft)
  return Definition.parse(draft)
}

type Mendable = Pick<Broken, 'name' | 'change' | 'of' | 'agency'>

/** Faults that only stand beside others, or need a certain neighbourhood to be mended with certainty. */
const mendable: Mendable[] = [
  { name: 'a step that lost the line to it', change: (draft) => without(draft, 'told-hand') },
  {
    name: 'a revision that leads nowhere, of the work of one step',
    change: (draft) => {
      draft.flow.nodes = draft.flow.nodes.filter(({ id }) => id !== 'complete')
      draft.flow.edges = draft.flow.edges.filter(({ from, to }) => from !== 'complete' && to !== 'complete')
    },
  },
  {
    name: 'a time as the whole remark',
    change: (draft) => set(taskOf(draft, 'complete'), { remark: 'Maksimal 2 (dua) hari kerja' }),
  },
  { name: 'conditions that may both hold and lead to one step', change: (draft) => overlapping(draft, 'meet') },
  {
    name: 'a promise that is its note',
    change: ({ components }) => set(components.serviceTime, { limits: [], notes: ['Paling lama 12 hari kerja.'] }),
  },
]

const overlapping = (draft: DefinitionInput, to: string) =>
  void draft.flow.edges.push(anEdge('cost', to, { id: 'second', when: is('sort', 'a') }))

/** Where more than one mend may be meant, or one would change what becomes of somebody's case. */
const uncertain: (Mendable & { fix: string })[] = [
  {
    ...{ fix: 'order-conditions', name: 'conditions that may both hold and lead to different steps' },
    change: (draft) => overlapping(draft, 'hand'),
  },
  {
    ...{ fix: 'staff-as-lanes', name: 'people counted in words alone' },
    change: ({ components }) => set(components, { staffing: { count: 1, text: 'Satu orang petugas' } }),
  },
  {
    ...{ fix: 'remove-needless', name: 'one exit that not everybody may take' },
    change: (draft) => between(draft, 'told-hand', aDecision('which', { lane: 'desk' }), { when: is('sort', 'a') }),
  },
  {
    ...{ fix: 'merge-lanes', name: 'two lanes of one name in different working time' },
    change: (draft) => {
      set(laneOf(draft, 'field'), { name: 'Tim Teknis (2)', positions: ['experts'], calendarUnit: 'desk' })
    },
  },
  {
    ...{ fix: 'cite-replacement', name: 'an article of a regulation that was replaced' },
    change: ({ components }) =>
      set(components.legalBasis, { items: [{ text: 'Pasal 5 Peraturan Komisi Informasi Nomor 1 Tahun 2010' }] }),
  },
]

it.each(uncertain)('does not offer $fix for $name', ({ fix, change, agency }) => {
  const definition = drafted({ change })
  const context: RuleContext = { ...wholeAgency(), ...agency }
  const found = checkDefinition(definition, context)
  const names = found.flatMap((finding) => fixesOf(definition, finding, context, found).map(({ name }) => name as string))
  const codes: readonly string[] = definitionFixes.find(({ name }) => name === fix)?.codes ?? []
  expect(found.some(({ code }) => codes.includes(code))).toBe(true)
  expect(names).not.toContain(fix)
})

const drafts: Mendable[] = [...broken, ...defects.map(([name, , change]) => ({ name, change })), ...mendable]

const offered = drafts.flatMap((one) => {
  const definition = drafted(one)
  const context: RuleContext = { ...wholeAgency(), ...one.agency }
  const found = checkDefinition(definition, context)
  return found.flatMap((finding) =>
    fixesOf(definition, finding, context, found).map((fix) => ({ name: one.name, definition, context, found, finding, fix })),
  )
})

const said = ({ code, nodeId, edgeId, laneId, formId }: Finding) => [code, nodeId, edgeId, laneId, formId].join(' ')

describe('each fix that is offered for a broken definition', () => {
  it.each(offered)('$fix.name: $name', ({ definition, context, found, finding, fix }) => {
    const result = applyEdits(definition, fix.edits)
    if (!result.ok) throw new Error(result.refusal.code)
    expect(Definition.parse(structuredClone(result.definition))).toEqual(result.definition)
    const left = checkDefinition(result.definition, context).map(said)
    expect(left.length).toBeLessThan(found.length)
    expect(left.filter((one) => !found.map(said).includes(one))).toEqual([])
    expect(left.filter((one) => one === said(finding)).length).toBeLessThan(
      found.map(said).filter((one) => one === said(finding)).length,
    )
  })

  // A name that only the data bears, and a line from nowhere, are in no words of a standard.
  it('says what it changes, unless that is said nowhere', () => {
    const silent = offered.filter(({ definition, fix }) => changesBetween(definition, fix.after).length === 0)
    expect([...new Set(silent.map(({ fix }) => fix.name))].toSorted()).toEqual(['own-id', 'remove-stray-exit'])
  })
})

it('offers every fix for some broken definition', () => {
  const seen = new Set<string>(offered.map(({ fix }) => fix.name))
  expect(definitionFixes.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([])
})

it('mends what it can of any definition and leaves one that parses', () => {
  const seen = { fixes: 0 }
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const found = checkDefinition(definition, {})
      for (const finding of found.slice(0, 4)) {
        for (const { after } of fixesOf(definition, finding, {}, found)) {
          seen.fixes += 1
          expect(Definition.safeParse(structuredClone(after)).error).toBeUndefined()
          expect(checkDefinition(after, {}).length).toBeLessThan(found.length)
        }
      }
    }),
    { numRuns: tries(100) },
  )
  expect(seen.fixes).toBeGreaterThan(20)
})
