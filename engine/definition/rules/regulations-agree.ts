import type { Regulation } from '../components.ts'
import { citedNumber } from '../regulations.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Each regulation stands once in the legal basis, and what is given of it for the register is what its words say. */
export const regulationsAgree: DefinitionRule = {
  name: 'regulations-agree',
  check({ components, sop }: Definition) {
    return [
      ...ofList(components.legalBasis.items, 'components.legalBasis.items', 'legalBasis'),
      ...ofList(sop?.legalBasis ?? [], 'sop.legalBasis', 'sop'),
    ]
  },
}

function ofList(list: readonly Regulation[], path: string, component: string): RuleFinding[] {
  return list.flatMap((cited, index): RuleFinding[] => {
    const place = { path: `${path}.${index}`, params: { component, n: index + 1 } }
    if (list.findIndex((other) => isSame(other, cited)) < index) return [{ code: 'regulation-twice', ...place }]
    return differs(cited) ? [{ code: 'regulation-words-differ', ...place }] : []
  })
}

function isSame(one: Regulation, other: Regulation): boolean {
  return one === other || plain(one.text) === plain(other.text)
}

const plain = (text: string): string => text.toLocaleLowerCase('id').replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Whether number or year beside the words are not those that the words cite first. */
function differs({ text, number, year }: Regulation): boolean {
  const said = citedNumber({ text })
  const given = citedNumber({ text, number, year })
  if (said === null || given === null) return false
  return said.number !== given.number || said.year !== given.year
}
