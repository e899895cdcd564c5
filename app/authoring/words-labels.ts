import { useT } from '#app/i18n/react.tsx'
import { componentKeys } from '#engine'
import { officialHeadings } from '#engine/papers/headings.ts'
import { decreeLists, sopLists, sopTexts } from './words-form.ts'
import type { WordsPage } from './words-page.ts'

/** What the columns of channels are called, row by row. */
export function useChannelLabels(count: number): Record<string, string> {
  const t = useT()
  return rowLabels(count, 'channel', {
    kind: t('authoring.field.channel'),
    text: t('authoring.field.text'),
    value: t('authoring.field.value'),
    contact: t('authoring.field.contact'),
  })
}

const rowLabels = (count: number, prefix: string, names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) =>
      Object.entries(names).map(([name, label]) => [`${prefix}-${i}-${name}`, `${label} ${i + 1}`]),
    ).flat(),
  )

/** What each field of the form of words is called. */
export function useWordLabels(page: WordsPage): Record<string, string> {
  const t = useT()
  const channels = useChannelLabels(page.rows.channels)
  const time = { amount: t('authoring.field.amount'), unit: t('authoring.field.unit'), note: t('authoring.field.note') }
  const parts = componentKeys.map((key) => [key, officialHeadings[key]])
  const headings = componentKeys.map((key, i) => [`heading-${key}`, t('authoring.word.heading', { number: i + 1 })])
  return Object.fromEntries([
    ...parts,
    ...headings,
    ...(
      [
        'title',
        'summary',
        'unit',
        'procedureIntro',
        'procedureNotes',
        'timeNotes',
        'fee',
        'feeWords',
        'feeLines',
        'feeBasis',
        'complaintFlow',
        'staffCount',
        'staffText',
      ] as const
    ).map((name) => [name, t(`authoring.word.${name}`)]),
    ...Object.entries(rowLabels(page.rows.limits, 'time', { label: t('authoring.field.label'), ...time })),
    ...Object.entries(channels),
    ...Object.entries(rowLabels(page.rows.complaintLimits, 'class', { class: t('authoring.field.class'), ...time })),
    ...(['legalBasis', ...sopTexts, ...sopLists] as const).map((name) => [`sop-${name}`, t(`authoring.sop.${name}`)]),
    ...(['about', 'decides', 'place', ...decreeLists] as const).map((name) => [`decree-${name}`, t(`authoring.decree.${name}`)]),
    ...['legalBasis-add', 'sop-legalBasis-add', 'decree-recalling-add'].map((name) => [name, t('regulations.add')]),
  ])
}
