import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Definition, Finding, Missing, PartReadiness, ReadinessPart } from '#engine'
import { findingPlace, findingText, findingWhy } from '../builder/finding-text.ts'

/** All of it together: what is asked, what is met, how many of what is missing blocks. */
export function readinessSum(parts: readonly PartReadiness[]) {
  const missing = parts.flatMap((part) => part.missing)
  const blocking = missing.filter(({ blocks }) => blocks).length
  const total = (key: 'of' | 'met') => parts.reduce((sum, part) => sum + part[key], 0)
  return { of: total('of'), met: total('met'), blocking, advised: missing.length - blocking }
}

type MeterProps = {
  parts: readonly PartReadiness[]
  /** Shows one part alone, where a list stands beside. */
  pick?: { chosen: ReadinessPart | null; onPick(part: ReadinessPart | null): void }
  /** Where each thing that is missing is mended; without it the parts alone are shown. */
  missing?: { definition: Definition; addressOf(finding: Finding): string }
}

/** How far a standard is from being set: of each part how much of what is asked is there, and what is not. */
export function ReadinessMeter({ parts, pick, missing }: MeterProps) {
  const t = useT()
  const { of, met, blocking, advised } = readinessSum(parts)
  const state = blocking > 0 ? 'blocked' : advised > 0 ? 'advised' : 'whole'
  return (
    <section className="readiness" aria-label={t('builder.ready.title')}>
      <p className="readiness__sum" data-state={state}>
        <Icon name={blocking > 0 ? 'seal' : 'check-circle'} />
        <span>
          <strong>
            {blocking > 0
              ? t('builder.ready.blocking', { count: blocking })
              : advised > 0
                ? t('builder.ready.advised', { count: advised })
                : t('builder.ready.whole')}
          </strong>
          <span className="readiness__figures">{t('builder.ready.sum', { met, of })}</span>
        </span>
      </p>
      <ul className="readiness__parts">
        {parts.map((part) => (
          <li key={part.part}>
            {pick ? (
              <button
                type="button"
                className="readiness__part"
                aria-pressed={pick.chosen === part.part}
                onClick={() => pick.onPick(pick.chosen === part.part ? null : part.part)}
              >
                <PartLine part={part} />
              </button>
            ) : missing && part.missing.length > 0 ? (
              <details className="readiness__details" open={part.missing.some(({ blocks }) => blocks) || undefined}>
                <summary className="readiness__part">
                  <PartLine part={part} />
                </summary>
                <ul className="readiness__missing">
                  {part.missing.map((one) => (
                    <MissingLine key={`${one.rule} ${one.component}`} one={one} {...missing} />
                  ))}
                </ul>
              </details>
            ) : (
              <div className="readiness__part">
                <PartLine part={part} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PartLine({ part: { part, of, met, missing } }: { part: PartReadiness }) {
  const t = useT()
  const state = missing.length === 0 ? 'whole' : missing.some(({ blocks }) => blocks) ? 'blocked' : 'advised'
  const name = t(`builder.part.${part}`)
  return (
    <>
      <span className="readiness__name" aria-hidden="true">
        {name}
      </span>
      <span className="readiness__bar" data-state={state} aria-hidden="true">
        <span style={{ inlineSize: `${(met / of) * 100}%` }} />
      </span>
      <span className="readiness__count" aria-hidden="true">
        {met === of ? <Icon name="check" small /> : null}
        {t('builder.ready.count', { met, of })}
      </span>
      <span className="visually-hidden">{t('builder.ready.partCount', { part: name, met, of })}</span>
    </>
  )
}

function MissingLine({
  one,
  definition,
  addressOf,
}: {
  one: Missing
  definition: Definition
  addressOf(finding: Finding): string
}): ReactNode {
  const t = useT()
  const [first, ...more] = one.findings
  if (!first) return null
  const place = one.component ? t(`builder.component.${one.component}`) : findingPlace(first, definition, t)
  return (
    <li>
      <Badge tone={one.blocks ? 'warning' : 'neutral'}>{t(one.blocks ? 'builder.ready.must' : 'builder.ready.may')}</Badge>
      <div>
        <a href={addressOf(first)}>
          {place ? `${place}: ` : ''}
          {findingText(first, definition, t)}
        </a>
        {more.length > 0 && <span className="muted"> {t('builder.ready.more', { count: more.length })}</span>}
        <p className="readiness__why">
          {first.code !== 'rule-failed' && `${findingWhy(first, t)} `}
          <a href={`/bantuan/aturan/${one.rule}`}>{t('builder.ready.rule')}</a>
        </p>
      </div>
    </li>
  )
}
