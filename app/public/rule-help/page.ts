import type { Locale } from '#app/i18n/locale.ts'
import type { RuleName } from '#engine'

/** Parts under which an author looks for a rule, in the order in which a standard is made. */
export const ruleParts = ['flow', 'branches', 'people', 'forms', 'time', 'papers'] as const
export type RulePart = (typeof ruleParts)[number]

/**
 * What a page tells in one language. `asks`: what the rule looks at. `why`: the law or what happened where it was not kept.
 * `mend`: steps in the builder; `{name}` stands for the words of a button there (buttons.ts).
 */
export type RuleText = { title: string; asks: string; why: string; mend: readonly string[] }
export type RulePage = Readonly<Record<Locale, RuleText>> & { related: readonly RuleName[] }

/** The pages of one part, in the order in which they are read. */
export type PagesOfPart = Readonly<Partial<Record<RuleName, RulePage>>>
