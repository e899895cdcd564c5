import { useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { Typed } from '#app/read-form.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/input.tsx'
import { clearName, listed, placeName } from './moves-form.ts'
import type { MoveLine, MovePlace } from './moves-view.server.ts'

type Props = {
  line: MoveLine
  movable: boolean
  ticked: boolean
  /** What was chosen before, where that was refused. */
  typed: Typed | undefined
}

/** One request with what a move makes of it, and what has to be chosen. */
export function MoveCard({ line, movable, ticked, typed }: Props) {
  const t = useT()
  const cleared = listed(typed?.[clearName(line.id)])
  const named = { number: line.number, version: line.version, title: line.title }
  return (
    <li className="stack stack--tight">
      {movable ? (
        <Checkbox
          name="move[]"
          value={line.id}
          defaultChecked={typed ? listed(typed.move).includes(line.id) : ticked}
          label={t('moves.pick', named)}
        />
      ) : (
        <strong>{t('moves.staying', named)}</strong>
      )}
      {line.why && <p>{t(`moves.why.${line.why}`)}</p>}
      <ul>
        {line.places.map((place) => (
          <li key={place.key}>
            <PlaceWords place={place} />
            {movable && place.options.length > 0 && <PlaceChoice id={line.id} place={place} typed={typed} />}
          </li>
        ))}
      </ul>
      {line.misfits.map(({ id, label }) => (
        <Checkbox
          key={id}
          name={`${clearName(line.id)}[]`}
          value={id}
          defaultChecked={cleared.includes(id)}
          label={t('moves.clear', { field: label })}
        />
      ))}
      {line.hidden !== '' && <p className="muted">{t('moves.hidden', { fields: line.hidden })}</p>}
    </li>
  )
}

function PlaceWords({ place }: { place: MovePlace }) {
  const t = useT()
  const words = [
    place.needs && t(`moves.needs.${place.needs}`, { steps: place.notDone }),
    place.task && place.kept && t(`moves.clock.${place.clock}`),
    place.formChanges && t('moves.form'),
    place.otherPerformers && t('moves.otherPerformers'),
  ].filter(Boolean)
  return (
    <>
      {t('moves.place', { step: place.step })} {words.join('; ')}
    </>
  )
}

function PlaceChoice({ id, place, typed }: { id: string; place: MovePlace; typed: Typed | undefined }) {
  const t = useT()
  const label = useId()
  const options = place.options.map(({ node, title, own }) => ({
    value: node,
    label: t(own ? 'moves.stay' : 'moves.goOn', { step: title }),
  }))
  return (
    <div>
      <label htmlFor={label}>{t('moves.choose')}</label>
      <Select
        id={label}
        name={placeName(id, place.key)}
        options={options}
        placeholder={t('moves.choose')}
        defaultValue={listed(typed?.[placeName(id, place.key)])[0] ?? ''}
      />
    </div>
  )
}
