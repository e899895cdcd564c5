import type { MouseEvent } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Finding } from '#engine'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { findingPlace, findingText, findingWhy } from '../finding-text.ts'
import { useBeside, useChecks } from './context.ts'
import type { Mending } from './fix-dialog.tsx'
import { useGoTo } from './go-to.ts'
import { keyOf } from './messages.ts'
import { placeOf } from './place.ts'

/** One finding: a way to its place, why it is asked, and what mends it. */
export function Problem({ finding, onMend }: { finding: Finding; onMend(mending: Mending): void }) {
  const t = useT()
  const { readOnly } = useWorld()
  const { fixes } = useChecks()
  const key = keyOf(finding)
  const current = useBuilder(({ problem }) => problem === key)
  const names = readOnly ? [] : (fixes.get(key) ?? [])
  return (
    <li className="problem-item" data-severity={finding.severity} data-current={current || undefined}>
      <Way finding={finding} />
      <div className="problem__more">
        {names.map((name) => (
          <Button
            key={name}
            type="button"
            size="small"
            icon="edit"
            className="problem__fix"
            onClick={() => onMend({ finding, name })}
          >
            {t(`builder.fix.${name}`)}
          </Button>
        ))}
        {finding.code !== 'rule-failed' && (
          <details className="problem__why">
            <summary>{t('builder.rule.why')}</summary>
            <p>{findingWhy(finding, t)}</p>
            <a href={`/bantuan/aturan/${finding.rule}`} target="_blank" rel="noreferrer">
              {t('builder.checks.help')} <Icon name="external" small />
            </a>
          </details>
        )}
      </div>
    </li>
  )
}

/** Leads to the place; where that is another page, as a link that can be opened beside. */
function Way({ finding }: { finding: Finding }) {
  const t = useT()
  const definition = useDefinition()
  const { store } = useWorld()
  const { home } = useBeside()
  const goTo = useGoTo()
  const place = placeOf(finding, definition)
  const go = (event: MouseEvent) => {
    store.getState().atProblem(keyOf(finding))
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    goTo(finding)
  }
  const body = <WayBody finding={finding} />
  return place.kind === 'page' ? (
    <a className="problem" data-severity={finding.severity} href={`${home}${place.path}`} onClick={go}>
      {body}
      <Icon name="arrow-right" small label={t('builder.bar.words')} />
    </a>
  ) : (
    <button type="button" className="problem" data-severity={finding.severity} onClick={go}>
      {body}
    </button>
  )
}

const icons = { error: 'danger', publish: 'seal', warning: 'warning' } as const

function WayBody({ finding }: { finding: Finding }) {
  const t = useT()
  const definition = useDefinition()
  const place = findingPlace(finding, definition, t)
  return (
    <>
      <Icon name={icons[finding.severity]} small label={t(`builder.severity.${finding.severity}`)} />
      <span className="problem__words">
        {place && <strong className="problem__place">{place}</strong>}
        <span className="problem__text">{findingText(finding, definition, t)}</span>
      </span>
    </>
  )
}
