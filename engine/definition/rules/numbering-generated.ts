import type { DefinitionRule, RuleFinding } from './finding.ts'
import { flowTexts, listedLines } from './texts.ts'

/** Numbers, letters and bullets before a line are printed by the papers themselves, and never typed (D5). */
export const numberingGenerated: DefinitionRule = {
  name: 'numbering-generated',
  check(definition) {
    return [...listedLines(definition), ...flowTexts(definition)].flatMap(({ text, place }): RuleFinding[] => {
      const mark = typedMark.exec(text)?.[1]
      return mark === undefined ? [] : [{ code: 'numbering-typed', ...place, params: { ...place.params, mark } }]
    })
  },
}

/** A line without the marks typed before it. */
export function withoutMark(text: string): string {
  const mark = typedMark.exec(text)?.[1]
  return mark === undefined ? text : withoutMark(text.trimStart().slice(mark.length).trimStart())
}

const typedMark = /^\s*(\(?\d{1,2}[.)]|\(?[a-z][.)]|[ivx]{1,5}[.)]|[-–—•*▪‣o](?=\s))\s+\S/i
