import { useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type Change, changesBetween, type Finding, type Fix, type FixName, fixesOf } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { findingPlace, findingText } from '../finding-text.ts'
import { useChecks } from './context.ts'

export type Mending = { finding: Finding; name: FixName }

/** A mend before it is made: what it changes, from what to what. Applied, it is one step of undo. */
export function FixDialog({ mending, onClose }: { mending: Mending | null; onClose(): void }) {
  return mending && <Preview mending={mending} onClose={onClose} />
}

function Preview({ mending, onClose }: { mending: Mending; onClose(): void }) {
  const t = useT()
  const { store } = useWorld()
  const { finding, name } = mending
  const definition = useDefinition()
  const fix = useFix(mending)
  const label = t(`builder.fix.${name}`)
  const apply = () => {
    if (fix && store.getState().edit(fix.edits)) store.getState().say(t('builder.fixing.done', { fix: label }))
    onClose()
  }
  const place = findingPlace(finding, definition, t)
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={t('builder.fixing.title', { fix: label })}
      description={[place, findingText(finding, definition, t)].filter(Boolean).join(': ')}
      focus={{
        onOpenAutoFocus: () => undefined,
        onCloseAutoFocus: (event) => {
          event.preventDefault()
          // The button that opened it is gone with its finding.
          document.getElementById('problems')?.focus()
        },
      }}
      actions={
        <>
          <Button type="button" variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="button" variant="primary" icon="check" disabled={fix === null} onClick={apply}>
            {t('builder.fixing.apply')}
          </Button>
        </>
      }
    >
      {fix ? <Changes changes={changesBetween(definition, fix.after)} /> : <p>{t('builder.fixing.stale')}</p>}
      {fix && <p className="muted small">{t('builder.fixing.undo')}</p>}
    </Dialog>
  )
}

/** Tried once more on the draft as it is now: a colleague may have changed it since it was checked. */
function useFix({ finding, name }: Mending): Fix | null {
  const definition = useDefinition()
  const { context } = useChecks()
  return useMemo(
    () => fixesOf(definition, finding, context).find((fix) => fix.name === name) ?? null,
    [definition, finding, context, name],
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useT()
  if (changes.length === 0) return <p>{t('builder.fixing.silent')}</p>
  return (
    <section aria-label={t('builder.fixing.changes')}>
      <ul className="fix-changes">
        {changes.map((change) => (
          <li key={`${change.place} ${change.what} ${change.sentence}`}>
            <p lang="id">{change.sentence}</p>
            <dl className="fix-changes__pair">
              <dt>{t('builder.fixing.from')}</dt>
              <dd className="fix-changes__old">
                <Lines lines={change.before} />
              </dd>
              <dt>
                <Icon name="arrow-right" small />
                {t('builder.fixing.to')}
              </dt>
              <dd className="fix-changes__new">
                <Lines lines={change.after} />
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  const t = useT()
  if (lines.length === 0) return <span className="muted">{t('builder.fixing.nothing')}</span>
  return lines.map((line) => (
    <span key={line} className="fix-changes__line" lang="id">
      {line}
    </span>
  ))
}
