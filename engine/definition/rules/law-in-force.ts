import { type Citation, citationsIn } from '../citations.ts'
import { changesOf, numbersNamed, type ReplacedRegulation } from '../regulations.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/**
 * No standard rests on a regulation that another has replaced or ended (D10), and one that was amended is cited together
 * with what amended it. Says nothing of those that the register does not know.
 */
export const lawInForce: DefinitionRule = {
  name: 'law-in-force',
  check(definition, { regulations }) {
    if (regulations === undefined) return []
    const cited = citationsIn(definition)
    return cited.flatMap((citation) => {
      const [entry] = changesOf(citation.cited, regulations).filter(
        (one) => one.change !== 'amended' || !names(cited, citation, one),
      )
      if (entry === undefined) return []
      const { path, component } = citation
      return [{ code: codes[entry.change ?? 'replaced'], path, params: { component, ...wordsOf(entry) } } satisfies RuleFinding]
    })
  },
}

const codes = { replaced: 'law-replaced', revoked: 'law-revoked', amended: 'law-amended' } as const

const wordsOf = ({ number, year, about, replacedBy }: ReplacedRegulation) => ({
  regulation: about === '' ? `${number}/${year}` : `${number}/${year} (${about})`,
  by: replacedBy,
})

/** Whether the same list, or the citation itself ("sebagaimana telah diubah dengan …"), names what amended it. */
function names(all: readonly Citation[], { component, cited }: Citation, { replacedBy }: ReplacedRegulation): boolean {
  const [wanted] = numbersNamed(replacedBy)
  if (wanted === undefined) return cited.text.toLocaleLowerCase('id').includes(replacedBy.toLocaleLowerCase('id'))
  const said = all.filter((other) => other.component === component).flatMap((other) => numbersNamed(other.cited.text))
  return said.some(({ number, year }) => number === wanted.number && year === wanted.year)
}
