import type { Translate } from '#app/i18n/translator.ts'
import { type BrokenWords, type Definition, fieldsOf, stepRows } from '#engine'
import { numberedName } from '../names.ts'

/** What happened instead of what a scenario expects, in one clause. */
export function happenedText(
  { happened, node = '', got = '', expected = '' }: BrokenWords,
  definition: Definition,
  t: Translate,
) {
  const rows = stepRows(definition)
  const named = (ids: string) =>
    ids === ''
      ? t('builder.scenario.none')
      : ids
          .split(',')
          .map((id) => numberedName(definition, id as never, t, rows))
          .join(', ')
  const label = fieldsOf(definition).get(got as never)?.label ?? got
  return t(`builder.scenario.broken.${happened}`, {
    node: named(node),
    got: happened === 'answer' ? label : named(got),
    expected: named(expected),
  })
}

/** Which scenario is broken, where, and how. */
export function brokenText(words: BrokenWords, definition: Definition, t: Translate): string {
  const place = words.n > 0 ? t('builder.scenario.atAct', { n: words.n }) : t('builder.scenario.atEnd')
  return t('builder.finding.scenario-broken', { name: words.scenario, place, happened: happenedText(words, definition, t) })
}
