import { describe, expect, it } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import { type RuleName, ruleNames, severities } from '#engine'
import { brokenDefinitions } from '#test/definitions/broken/all.ts'
import { spokenStep } from './buttons.ts'
import { ruleCodes } from './codes.ts'
import { ruleParts } from './page.ts'
import { rulePages, rulesOfPart } from './pages.ts'
import { readRuleHelp, readRules } from './read.server.ts'

describe('the pages of help', () => {
  it('tell of each rule in one part', () => {
    const told = ruleParts.flatMap((part) => rulesOfPart(part))
    expect(told.toSorted()).toEqual([...ruleNames].toSorted())
  })

  it('lead to others, never to themselves', () => {
    for (const rule of ruleNames) {
      expect(rulePages[rule].related.length, rule).toBeGreaterThan(0)
      expect(rulePages[rule].related, rule).not.toContain(rule)
    }
  })

  it.each(locales)('name the buttons that pages bear: %s', (locale) => {
    const t = translator(locale)
    for (const rule of ruleNames)
      for (const step of rulePages[rule][locale].mend) expect(spokenStep(step, t).every(({ text }) => text !== '')).toBe(true)
    expect(() => spokenStep('Tekan {noSuchButton}', t)).toThrow('noSuchButton')
  })

  it('say as many steps of mending in one language as in the other, by the same buttons', () => {
    const named = (steps: readonly string[]) => steps.flatMap((step) => step.match(/\{\w+\}/g) ?? []).toSorted()
    for (const rule of ruleNames) {
      const { id, en } = rulePages[rule]
      expect(en.mend.length, rule).toBe(id.mend.length)
      expect(named(en.mend), rule).toEqual(named(id.mend))
    }
  })

  it('say of every finding how much it keeps back', () => {
    const told = new Set<string>(Object.values(ruleCodes).flat())
    expect(Object.keys(severities).filter((code) => code !== 'rule-failed' && !told.has(code))).toEqual([])
  })

  it('know what each rule says of definitions that are broken', () => {
    const unknown = brokenDefinitions.flatMap(({ rule, code }) =>
      ruleCodes[rule as RuleName].includes(code) ? [] : [`${rule}: ${code}`],
    )
    expect(unknown).toEqual([])
  })
})

describe('a page of help', () => {
  it.each(ruleNames)('shows what the check says of its wrong example only: %s', (rule) => {
    for (const locale of locales) {
      const { wrong, right, title, lead } = readRuleHelp(rule, locale)
      expect(wrong.findings.length).toBeGreaterThan(0)
      expect(right.findings).toEqual([])
      expect(title.length * lead.length).toBeGreaterThan(0)
    }
  })

  it('marks the words in which its two examples differ', () => {
    const { wrong, right } = readRuleHelp('law-in-force', 'id')
    expect(wrong.lines.filter(({ own }) => own).map(({ text }) => text)).toEqual([expect.stringContaining('1 Tahun 2010')])
    expect(right.lines.filter(({ own }) => own).map(({ text }) => text)).toEqual([expect.stringContaining('1 Tahun 2021')])
  })
})

describe('the list of rules', () => {
  const found = (query: string | null) => readRules(query, 'id').flatMap(({ rules }) => rules.map(({ rule }) => rule))

  it('holds every rule', () => expect(found(null).length).toBe(ruleNames.length))

  it('is searched by all the words that are written, however they are written', () => {
    expect(found('Menit, MULUR')).toEqual([])
    expect(found('  janji MULUR ')).toEqual(['promise-firm'])
    expect(found('belah ketupat')).toEqual(['exits-complete', 'decision-decides'])
  })
})
