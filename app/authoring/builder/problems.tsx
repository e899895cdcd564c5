import { useMemo, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type Finding, partOf, type ReadinessPart, type Severity } from '#engine'
import { ReadinessMeter } from '../readiness/meter.tsx'
import { useChecks } from './checks/context.ts'
import { FixDialog, type Mending } from './checks/fix-dialog.tsx'
import { keyOf } from './checks/messages.ts'
import { byPart, byStep, worstFirst } from './checks/order.ts'
import { Problem } from './checks/problem.tsx'
import { ProblemFilter } from './checks/problem-filter.tsx'
import { useReadiness } from './checks/use-readiness.ts'
import { useDefinition, useWorld } from './context.tsx'
import { numberedName } from './names.ts'

export type Grouping = 'part' | 'step'

/** What stands between the draft and its publication: how far each part is, and each finding with its place and its mends. */
export function Problems() {
  const t = useT()
  const { findings } = useWorld()
  const { isDone } = useChecks()
  const readiness = useReadiness()
  const [part, setPart] = useState<ReadinessPart | null>(null)
  const [hidden, setHidden] = useState<readonly Severity[]>([])
  const [by, setBy] = useState<Grouping>('part')
  const [mending, setMending] = useState<Mending | null>(null)
  const inPart = useMemo(
    () => worstFirst(findings).filter((finding) => part === null || partOf(finding) === part),
    [findings, part],
  )
  const shown = inPart.filter(({ severity }) => !hidden.includes(severity))
  return (
    <section className="problems" id="problems" tabIndex={-1} aria-label={t('builder.problems.label')}>
      {isDone ? <Sum findings={findings} /> : <p role="status">{t('builder.checks.waiting')}</p>}
      {readiness && <ReadinessMeter parts={readiness} pick={{ chosen: part, onPick: setPart }} />}
      {findings.length > 0 && (
        <ProblemFilter
          findings={inPart}
          {...{ hidden, onHide: setHidden, by, onGroup: setBy, part, onAllParts: () => setPart(null) }}
        />
      )}
      {isDone && findings.length === 0 && <Nothing />}
      {findings.length > 0 && shown.length === 0 && <p className="muted small">{t('builder.checks.filtered')}</p>}
      <Groups findings={shown} by={by} onMend={setMending} />
      <FixDialog mending={mending} onClose={() => setMending(null)} />
    </section>
  )
}

function Sum({ findings }: { findings: readonly Finding[] }) {
  const t = useT()
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const papers = findings.filter(({ severity }) => severity === 'publish').length
  return (
    <p className="visually-hidden" role="status">
      {errors > 0
        ? t('builder.problems.errors', { count: errors })
        : papers > 0
          ? t('builder.problems.papers', { count: papers })
          : t('builder.problems.ready')}
    </p>
  )
}

function Groups({ findings, by, onMend }: { findings: readonly Finding[]; by: Grouping; onMend(mending: Mending): void }) {
  const t = useT()
  const definition = useDefinition()
  const groups = useMemo(() => {
    if (by === 'part') return byPart(findings).map(({ id, findings: own }) => ({ name: t(`builder.part.${id}`), own, id }))
    return byStep(findings, definition).map(({ id, findings: own }) => ({
      ...{ id, own },
      name: id === '' ? t('builder.checks.elsewhere') : numberedName(definition, id as never, t),
    }))
  }, [findings, by, definition, t])
  return groups.map(({ id, name, own }) => (
    <section key={id} className="problems__group" aria-label={name}>
      <h3 className="problems__group-name">
        {name} <span className="count">{own.length}</span>
      </h3>
      <ul className="problems__list">
        {own.map((finding) => (
          <Problem key={keyOf(finding)} finding={finding} onMend={onMend} />
        ))}
      </ul>
    </section>
  ))
}

/** Nothing to mend: what was looked at, and what comes next. */
function Nothing() {
  const t = useT()
  return (
    <EmptyState
      level={3}
      title={t('builder.checks.none')}
      action={
        <a href="/bantuan/aturan" target="_blank" rel="noreferrer">
          {t('builder.checks.rules')}
        </a>
      }
    >
      {t('builder.checks.noneText')}
    </EmptyState>
  )
}
