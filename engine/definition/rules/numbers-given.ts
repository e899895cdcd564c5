import type { DefinitionRule, RuleFinding } from './finding.ts'
import { listedLines } from './texts.ts'

/**
 * No number is left open in the words: not that of the decree itself, which the register gives when the standard is set, nor
 * that of a regulation that they cite (D1).
 */
export const numbersGiven: DefinitionRule = {
  name: 'numbers-given',
  check(definition) {
    const { summary } = definition.identity
    const lines = [...(summary ? [{ text: summary, place: { path: 'identity' } }] : []), ...listedLines(definition)]
    return lines.flatMap(({ text, place }): RuleFinding[] =>
      leftOpen.some((pattern) => pattern.test(text)) ? [{ code: 'number-left-open', ...place }] : [],
    )
  },
}

const leftOpen = [
  /\b(?:nomor|no\.?(?:\s*sk)?)\s*(?::\s*$|:?\s*(?:…|[.…_-]{2,}))/i,
  /\b(?:nomor|no\.)\s*:?\s*(?:[.…_-]*\s*)?tahun\s+\d{4}\b/i,
  /\d\s*\/\s+\/\s*\S/,
]
