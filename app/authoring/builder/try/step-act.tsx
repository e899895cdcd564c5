import { useId, useState } from 'react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import type { PostedStep } from '#app/work/form/read-step.ts'
import { stepFormOf } from '#app/work/form/step-form.ts'
import { type Actor, formFacts, formOf, nameOfActor, type TrialAct } from '#engine'
import { ActForm, answersOf } from './act-form.tsx'
import type { OpenPlace } from './open-places.ts'
import { present } from './play.ts'
import { actorLabel, useOffice } from './telling.ts'
import { usePlay, useTrial } from './trial-context.tsx'

type Place = Extract<OpenPlace, { kind: 'start' | 'step' }>

/** A step to be done: by whom, and with its real form. */
export function StepAct({ place }: { place: Place }) {
  const t = useT()
  const locale = useLocale()
  const { store, world } = usePlay()
  const office = useOffice()
  const trial = useTrial(({ play }) => present(play))
  const { node, able } = place
  const people = onePerOffice(able)
  const [as, setAs] = useState(people[0] ? nameOfActor(people[0]) : '')
  const { definition, cast } = world
  if (people.length === 0) return <Banner tone="warning" title={t('builder.try.nobody')} />
  const facts = formFacts(definition, trial.state, node.id)
  const step = stepFormOf({ definition, node, facts, seats: cast.seats, office, locale })
  const send = (posted: PostedStep) => {
    const { outcome, reason, disposition } = posted.submission
    const act = {
      do: place.kind,
      node: node.id,
      ...(people.length > 1 ? { by: as } : {}),
      outcome,
      answers: answersOf(posted),
      ...(reason === undefined ? {} : { reason }),
      ...(disposition
        ? { disposition: { instruction: disposition.instruction, positions: disposition.assignees.map((one) => one.positionId) } }
        : {}),
    }
    return store.getState().act(act as TrialAct)
  }
  return (
    <div className="stack">
      <Who people={people} as={as} onChange={setAs} />
      <ActForm form={formOf(definition, node.id)} node={node} facts={facts} step={step} send={send} />
    </div>
  )
}

/** Two of one office are one choice: whichever of them four eyes leave does it. */
const onePerOffice = (able: readonly Actor[]): Actor[] =>
  [...new Map(able.map((actor) => [nameOfActor(actor), actor] as const).toReversed()).values()].toReversed()

function Who({ people, as, onChange }: { people: readonly Actor[]; as: string; onChange(as: string): void }) {
  const t = useT()
  const id = useId()
  const [only, ...others] = people
  const label = (actor: Actor) => actorLabel(actor, t('history.applicant'))
  if (only && others.length === 0) return <p className="play-who">{t('builder.try.doneBy', { who: label(only) })}</p>
  return (
    <Field id={id} label={t('builder.try.who')} unmarked>
      <Select
        id={id}
        value={as}
        onChange={(event) => onChange(event.target.value)}
        options={people.map((actor) => ({ value: nameOfActor(actor), label: label(actor) }))}
      />
    </Field>
  )
}
