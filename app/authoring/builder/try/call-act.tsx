import { useLocale, useT } from '#app/i18n/react.tsx'
import type { PostedStep } from '#app/work/form/read-step.ts'
import { fieldsOfForm, type OutcomeChoice } from '#app/work/form/step-form.ts'
import { type Form, fieldsOf, formFacts } from '#engine'
import { useWorld } from '../context.tsx'
import { ActForm, answersOf } from './act-form.tsx'
import type { OpenPlace } from './open-places.ts'
import { present } from './play.ts'
import { useOffice } from './telling.ts'
import { usePlay, useTrial } from './trial-context.tsx'

const results = [
  ['completed', 'accept'],
  ['rejected', 'reject'],
  ['cancelled', 'other'],
] as const

/** The standard that was called is not played: how it ends is chosen, with what it would hand back. */
export function CallAct({ place: { node } }: { place: Extract<OpenPlace, { kind: 'call' }> }) {
  const t = useT()
  const locale = useLocale()
  const { standards } = useWorld()
  const { store, world } = usePlay()
  const office = useOffice()
  const trial = useTrial(({ play }) => present(play))
  const { definition, cast } = world
  const facts = formFacts(definition, trial.state, node.id)
  const known = fieldsOf(definition)
  const fields = node.returns.flatMap(({ to }) => known.get(to) ?? []).map((field) => ({ ...field, required: false }))
  const form: Form = { id: 'returned' as Form['id'], fields }
  const outcomes = results.map(
    ([value, kind]): OutcomeChoice => ({
      ...{ value, kind, label: t(`builder.waitResult.${value}`), needsReason: false, leadsTo: null },
    }),
  )
  const title = standards.find(({ slug, version }) => slug === node.standard.slug && version === node.standard.version)?.title
  const send = (posted: PostedStep) => {
    const [result] = results.find(([value]) => value === posted.values.outcome) ?? results[0]
    return store.getState().act({ do: 'answer', node: node.id, result, answers: answersOf(posted) })
  }
  return (
    <div className="stack">
      <p>{t('builder.try.called', { standard: title ?? node.standard.slug })}</p>
      <ActForm
        form={form}
        node={null}
        facts={facts}
        step={{
          ...{ outcomes, disposition: null },
          fields: fieldsOfForm(form, { definition, facts, seats: cast.seats, office, locale, nodeId: node.id }),
        }}
        send={send}
      />
    </div>
  )
}
