import { useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Definition, Finding } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { findingPlace, findingText, findingWhy } from './finding-text.ts'
import type { InspectorTab, Selection } from './store.ts'

/** What stands between the draft and its publication, each with the place it names. */
export function Problems() {
  const t = useT()
  const definition = useDefinition()
  const { findings, store } = useWorld()
  const sorted = useMemo(() => findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]), [findings])
  const go = (finding: Finding) => {
    const selection = selectionOf(finding, definition)
    if (selection) store.getState().select(selection, { focus: true, tab: tabOf(finding) })
    if (selection) document.getElementById('inspector')?.focus()
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const papers = findings.filter(({ severity }) => severity === 'publish').length
  return (
    <section className="problems" aria-label={t('builder.problems.label')}>
      <p className="problems__sum" data-ready={errors === 0 || undefined} role="status">
        <Icon name={errors === 0 ? 'check-circle' : 'danger'} />
        <span>
          {errors > 0
            ? t('builder.problems.errors', { count: errors })
            : papers > 0
              ? t('builder.problems.papers', { count: papers })
              : t('builder.problems.ready')}
        </span>
      </p>
      <ul className="problems__list">
        {sorted.map((finding) => {
          const place = findingPlace(finding, definition, t)
          return (
            <li key={keyOf(finding)}>
              <button
                type="button"
                className="problem"
                data-severity={finding.severity}
                disabled={selectionOf(finding, definition) === null}
                onClick={() => go(finding)}
              >
                <Icon
                  name={finding.severity === 'error' ? 'danger' : finding.severity === 'publish' ? 'seal' : 'warning'}
                  small
                  label={t(`builder.severity.${finding.severity}`)}
                />
                <span>
                  {place && <strong className="problem__place">{place}</strong>}
                  <span className="problem__text">{findingText(finding, definition, t)}</span>
                </span>
              </button>
              {finding.code !== 'rule-failed' && (
                <details className="problem__why">
                  <summary>{t('builder.rule.why')}</summary>
                  {findingWhy(finding, t)}{' '}
                  <a href={`/bantuan/aturan/${finding.rule}`} target="_blank" rel="noreferrer">
                    {t('ruleHelp.more')}
                  </a>
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const keyOf = (finding: Finding): string => JSON.stringify(finding)

const rank = { error: 0, publish: 1, warning: 2 } as const

/** A form is mended at the first step that asks by it. */
function selectionOf({ nodeId, edgeId, laneId, formId }: Finding, { flow }: Definition): Selection {
  if (edgeId) return { kind: 'edge', id: edgeId }
  if (nodeId) return { kind: 'node', id: nodeId }
  if (laneId) return { kind: 'lane', id: laneId }
  const asking = formId && flow.nodes.find((node) => node.kind === 'task' && node.form === formId)
  return asking ? { kind: 'node', id: asking.id } : null
}

function tabOf({ code, formId }: Finding): InspectorTab {
  if (formId) return 'form'
  if (/^(outcome|revise|rejection)/.test(code)) return 'outcomes'
  if (code.startsWith('call')) return 'call'
  if (/^(wait|return|warning|deadline|time|day|hours|shared|promise)/.test(code)) return 'time'
  if (/^(joint|quorum|performer|starter|applicant|maker)/.test(code)) return 'who'
  if (code.startsWith('duration') || code.startsWith('anchor')) return 'time'
  if (code.startsWith('disposition') || code.startsWith('four') || code.startsWith('assigned') || code.includes('lane'))
    return 'who'
  return code.includes('form') || code.includes('field') ? 'form' : 'words'
}
