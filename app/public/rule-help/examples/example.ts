import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { Definition, type RuleContext, type RuleName } from '#engine'
import type { Draft } from './change.ts'
import { exampleAgency } from './office.ts'
import { goodProcedure, goodService } from './standard.ts'

/** Words of a definition, as they stand in it or as it is printed. */
export type ShownLine = { label: string; text: string }
export type Reader = { t: Translate; locale: Locale }
export type Shows = (definition: Definition, reader: Reader) => readonly ShownLine[]

/** What is wrong and what is right, each made from a good definition by the change that the page is about. */
export type RuleExample = {
  wrong(draft: Draft): void
  /** Without one the good definition itself is right. */
  right?(draft: Draft): void
  /** The part of both that the page shows in words; `drawn`: beside it the flow as a picture. */
  shows: Shows
  drawn?: true
  of?: 'procedure'
  /** What is otherwise in the agency. */
  agency?: (agency: RuleContext) => Partial<RuleContext>
  /** Rules that rightly speak of the wrong one, too. */
  also?: readonly RuleName[]
}

export type ExamplesOfPart = Readonly<Partial<Record<RuleName, RuleExample>>>

type Side = 'wrong' | 'right'

/** One side of an example as a definition. */
export function definitionOf(example: RuleExample, side: Side): Definition {
  const draft = example.of ? goodProcedure() : goodService()
  example[side]?.(draft)
  return Definition.parse(draft)
}

/** The agency that the rules are told of. Somebody is missing there only on the wrong side, where that is the example. */
export function agencyOf(example: RuleExample, side: Side): RuleContext {
  const agency = exampleAgency()
  return side === 'wrong' ? { ...agency, ...example.agency?.(agency) } : agency
}
