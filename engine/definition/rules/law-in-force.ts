import type { Regulation } from '../components.ts'
import { type ReplacedRegulation, replacedIn } from '../regulations.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** No standard rests on a regulation that another has replaced (D10). Says nothing of those that the register does not know. */
export const lawInForce: DefinitionRule = {
  name: 'law-in-force',
  check(definition, { regulations }) {
    if (regulations === undefined) return []
    return citations(definition).flatMap(({ path, component, cited }): RuleFinding[] => {
      const entry = replacedIn(cited, regulations)
      return entry === undefined ? [] : [{ code: 'law-replaced', path, params: { component, ...wordsOf(entry) } }]
    })
  },
}

const wordsOf = ({ number, year, about, replacedBy }: ReplacedRegulation) => ({
  regulation: `${number}/${year} (${about})`,
  by: replacedBy,
})

type Cited = { path: string; component: string; cited: Pick<Regulation, 'text' | 'number' | 'year'> }

function citations({ components, sop, decree }: Definition): Cited[] {
  return [
    ...components.legalBasis.items.map((cited, index) => ({
      path: `components.legalBasis.items.${index}`,
      component: 'legalBasis',
      cited,
    })),
    ...(sop?.legalBasis ?? []).map((cited, index) => ({ path: `sop.legalBasis.${index}`, component: 'sop', cited })),
    ...(decree?.recalling ?? []).map((text, index) => ({
      path: `decree.recalling.${index}`,
      component: 'decree',
      cited: { text },
    })),
  ]
}
