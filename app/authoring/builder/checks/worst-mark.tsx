import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Definition, Finding } from '#engine'
import { findingText } from '../finding-text.ts'

export type Worst = { finding: Finding; more: number }

/** What weighs most on a step, in words. */
export function worstWords({ finding, more }: Worst, definition: Definition, t: Translate): string {
  const said = { severity: t(`builder.severity.${finding.severity}`), text: findingText(finding, definition, t) }
  return more === 0 ? t('builder.checks.worst', said) : t('builder.checks.worstOf', { ...said, count: more })
}

/** A mark on a step that something was found of: says what to those who listen, and to those who point at it. */
export function WorstMark({ worst, definition }: { worst: Worst; definition: Definition }) {
  const t = useT()
  return <SeverityMark severity={worst.finding.severity} words={worstWords(worst, definition, t)} />
}

export function SeverityMark({ severity, words }: { severity: Finding['severity']; words: string }) {
  return (
    <span className="worst-mark" data-severity={severity} title={words}>
      <Icon name={severity === 'error' ? 'danger' : severity === 'publish' ? 'seal' : 'warning'} small label={words} />
    </span>
  )
}
