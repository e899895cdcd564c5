import { useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { Typed } from '#app/read-form.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Select } from '#app/ui/input.tsx'
import { clearName, listed, placeName } from './moves-form.ts'
import type { MoveLine, MovePlace } from './moves-view.server.ts'

type Props = {
  line: MoveLine
  /** Where the request is read. */
  href: string
  movable: boolean
  ticked: boolean
  /** What was chosen before, where that was refused. */
  typed: Typed | undefined
}

/** One request with what a move makes of it, and what has to be chosen. */
export function MoveCard({ line, href, movable, ticked, typed }: Props) {
  const t = useT()
  const cleared = listed(typed?.[clearName(line.id)])
  const named = { number: line.number, version: line.version, title: line.title }
  return (
    <li className="move">
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
      <ul className="move__places">
        {line.places.map((place) => (
          <li key={place.key}>
            <PlaceWords place={place} movable={movable} />
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
      <p className="small">
        <a href={href}>
          {t('moves.open')} <VisuallyHidden>{line.title}</VisuallyHidden>
        </a>
      </p>
    </li>
  )
}

/** Where the request stands, and what becomes of that; where it stays as it is, only where. */
function PlaceWords({ place, movable }: { place: MovePlace; movable: boolean }) {
  const t = useT()
  const moving = movable && [
    place.needs && t(`moves.needs.${place.needs}`, { steps: place.notDone }),
    place.kept && (place.at === 'task' ? t(`moves.clock.${place.clock}`) : t(`moves.at.${place.at}`)),
    place.formChanges && t('moves.form'),
    place.otherPerformers && t('moves.otherPerformers'),
  ]
  const words = (moving || []).filter(Boolean).join('; ')
  return words ? t('moves.place', { step: place.step, words }) : place.step
}

function PlaceChoice({ id, place, typed }: { id: string; place: MovePlace; typed: Typed | undefined }) {
  const t = useT()
  const label = useId()
  const options = place.options.map(({ node, title, own }) => ({
    value: node,
    label: t(own ? 'moves.stay' : 'moves.goOn', { step: title }),
  }))
  return (
    <div className="move__choice">
      <label htmlFor={label}>{t('moves.next.step')}</label>
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
