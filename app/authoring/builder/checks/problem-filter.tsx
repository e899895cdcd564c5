import { useT } from '#app/i18n/react.tsx'
import type { Finding, ReadinessPart, Severity } from '#engine'
import type { Grouping } from '../problems.tsx'
import { severityOrder } from './order.ts'

type Props = {
  findings: readonly Finding[]
  hidden: readonly Severity[]
  onHide(hidden: readonly Severity[]): void
  by: Grouping
  onGroup(by: Grouping): void
  part: ReadinessPart | null
  onAllParts(): void
}

/** Which findings are shown, by weight and part, and under what. */
export function ProblemFilter({ findings, hidden, onHide, by, onGroup, part, onAllParts }: Props) {
  const t = useT()
  const toggle = (severity: Severity) =>
    onHide(hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity])
  return (
    <div className="problems__tools">
      <fieldset className="problems__chips">
        <legend className="visually-hidden">{t('builder.checks.severities')}</legend>
        {severityOrder.map((severity) => {
          const count = findings.filter((finding) => finding.severity === severity).length
          return count === 0 && !hidden.includes(severity) ? null : (
            <button
              key={severity}
              type="button"
              className="problem-chip"
              data-severity={severity}
              aria-pressed={!hidden.includes(severity)}
              onClick={() => toggle(severity)}
            >
              {t(`builder.severity.${severity}`)} <span className="problem-chip__count">{count}</span>
            </button>
          )
        })}
      </fieldset>
      <div className="problems__by">
        <label>
          {t('builder.checks.by')}{' '}
          <select value={by} onChange={(event) => onGroup(event.target.value === 'step' ? 'step' : 'part')}>
            <option value="part">{t('builder.checks.by.part')}</option>
            <option value="step">{t('builder.checks.by.step')}</option>
          </select>
        </label>
        {part && (
          <button type="button" className="button button--quiet button--small" onClick={onAllParts}>
            {t('builder.checks.allParts')}
          </button>
        )}
        <span className="problems__keys" title={t('builder.checks.keys')}>
          <kbd>F8</kbd>
        </span>
      </div>
    </div>
  )
}
