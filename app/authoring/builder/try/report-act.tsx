import { useLocale, useT } from '#app/i18n/react.tsx'
import { fieldsOfForm } from '#app/work/form/step-form.ts'
import { formFacts, formOf } from '#engine'
import { ActForm, answersOf } from './act-form.tsx'
import type { OpenPlace } from './open-places.ts'
import { present } from './play.ts'
import { useOffice } from './telling.ts'
import { usePlay, useTrial } from './trial-context.tsx'

/** What is waited for has happened; a wait for a time alone is over by the clock. */
export function ReportAct({ place: { node, wait } }: { place: Extract<OpenPlace, { kind: 'wait' }> }) {
  const t = useT()
  const locale = useLocale()
  const { store, world } = usePlay()
  const office = useOffice()
  const trial = useTrial(({ play }) => present(play))
  if (wait.kind !== 'report') return <p className="muted">{t('builder.try.waitByClock')}</p>
  const { definition, cast } = world
  const facts = formFacts(definition, trial.state, node.id)
  const form = formOf(definition, node.id)
  const fields = fieldsOfForm(form, { definition, facts, seats: cast.seats, office, locale, nodeId: node.id })
  const event = node.kind === 'wait' && node.until.kind === 'report' ? node.until.event : ''
  return (
    <div className="stack">
      <p>{t('builder.try.waitsFor', { event })}</p>
      <ActForm
        form={form}
        node={null}
        facts={facts}
        step={{ fields, outcomes: [], disposition: null }}
        submitLabel={t('builder.try.report')}
        note={{ label: t('work.wait.note'), help: t('work.wait.noteHelp'), required: false }}
        send={(posted) => {
          const { reason } = posted.submission
          const note = reason === undefined ? {} : { note: reason }
          return store.getState().act({ do: 'report', node: node.id, answers: answersOf(posted), ...note })
        }}
      />
    </div>
  )
}
