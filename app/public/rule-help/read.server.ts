import { findingPlace, findingText } from '#app/authoring/builder/finding-text.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/translator.ts'
import { checkDefinition, type Definition, type RuleName, ruleNames, type Severity, type SopFlow, sopFlow } from '#engine'
import { layoutFlowPicture } from '#engine/papers/index.ts'
import { type Spoken, spokenStep } from './buttons.ts'
import { severitiesOf } from './codes.ts'
import { agencyOf, definitionOf, type ShownLine } from './examples/example.ts'
import { ruleExamples } from './examples.ts'
import { type RulePart, type RuleText, ruleParts } from './page.ts'
import { rulePages, rulesOfPart } from './pages.ts'

export type RuleEntry = { rule: RuleName; title: string; lead: string; severity: Severity }
export type RulesOfPart = { part: RulePart; rules: readonly RuleEntry[] }

export type ExampleSide = {
  /** `own`: the other side does not say so. */
  lines: readonly (ShownLine & { own: boolean })[]
  findings: readonly { place: string | null; text: string }[]
  sop: SopFlow | null
}
export type RuleHelp = Omit<RuleText, 'mend'> & {
  rule: RuleName
  part: RulePart
  lead: string
  mend: readonly (readonly Spoken[])[]
  severities: readonly Severity[]
  wrong: ExampleSide
  right: ExampleSide
  related: readonly { rule: RuleName; title: string }[]
}

export const isRuleName = (text: string | undefined): text is RuleName => (ruleNames as readonly string[]).includes(text ?? '')

/** The rules by part; with a query only those whose page holds every word of it. */
export function readRules(query: string | null, locale: Locale): RulesOfPart[] {
  const t = translator(locale)
  const words = plain(query ?? '')
    .split(' ')
    .filter(Boolean)
  return ruleParts.flatMap((part) => {
    const rules = rulesOfPart(part)
      .filter((rule) => holdsAll(words, rule, locale, t))
      .map((rule): RuleEntry => ({ rule, ...headOf(rule, locale, t), severity: severitiesOf(rule)[0] ?? 'warning' }))
    return rules.length === 0 ? [] : [{ part, rules }]
  })
}

const headOf = (rule: RuleName, locale: Locale, t: Translate) => ({
  title: rulePages[rule][locale].title,
  lead: t(`builder.rule.${rule}`),
})

function holdsAll(words: readonly string[], rule: RuleName, locale: Locale, t: Translate): boolean {
  if (words.length === 0) return true
  const { title, asks, why, mend } = rulePages[rule][locale]
  const said = mend.flatMap((step) => spokenStep(step, t).map(({ text }) => text))
  const held = plain([title, asks, why, t(`builder.rule.${rule}`), ...said].join(' '))
  return words.every((word) => held.includes(word))
}

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('id')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const known = new Map<string, RuleHelp>()

/** The page of one rule. Its examples are checked by the rules themselves, once for each language. */
export function readRuleHelp(rule: RuleName, locale: Locale): RuleHelp {
  const key = `${locale} ${rule}`
  const found = known.get(key) ?? ruleHelpOf(rule, locale)
  known.set(key, found)
  return found
}

function ruleHelpOf(rule: RuleName, locale: Locale): RuleHelp {
  const t = translator(locale)
  const page = rulePages[rule]
  return {
    rule,
    part: ruleParts.find((part) => rulesOfPart(part).includes(rule)) ?? 'flow',
    ...page[locale],
    lead: t(`builder.rule.${rule}`),
    mend: page[locale].mend.map((step) => spokenStep(step, t)),
    severities: severitiesOf(rule),
    ...sidesOf(rule, locale, t),
    related: page.related.map((other) => ({ rule: other, title: rulePages[other][locale].title })),
  }
}

function sidesOf(rule: RuleName, locale: Locale, t: Translate): Record<'wrong' | 'right', ExampleSide> {
  const [wrong, right] = [sideOf(rule, 'wrong', locale, t), sideOf(rule, 'right', locale, t)]
  return { wrong: { ...wrong, lines: beside(wrong, right) }, right: { ...right, lines: beside(right, wrong) } }
}

const beside = ({ lines }: Side, other: Side) =>
  lines.map((line) => ({ ...line, own: !other.lines.some(({ label, text }) => label === line.label && text === line.text) }))

type Side = Omit<ExampleSide, 'lines'> & { lines: readonly ShownLine[] }

function sideOf(rule: RuleName, side: 'wrong' | 'right', locale: Locale, t: Translate): Side {
  const example = ruleExamples[rule]
  const definition = definitionOf(example, side)
  const own = checkDefinition(definition, agencyOf(example, side)).filter((finding) => finding.rule === rule)
  return {
    lines: example.shows(definition, { t, locale }),
    findings: own.map((finding) => ({
      place: findingPlace(finding, definition, t),
      text: findingText(finding, definition, t),
    })),
    sop: example.drawn ? drawable(definition) : null,
  }
}

/** A flow that is wrong may be one that cannot be drawn; its words still stand there. */
function drawable(definition: Definition): SopFlow | null {
  try {
    const sop = sopFlow(definition)
    layoutFlowPicture(sop)
    return sop
  } catch {
    return null
  }
}
