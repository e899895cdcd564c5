import { useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { type EdgeId, exitsOf, fieldsOf, limits } from '#engine'
import { numberedName } from '../names.ts'
import type { OpenPlace } from './open-places.ts'
import { refusedText } from './refused-text.ts'
import { usePlay } from './trial-context.tsx'

/** Where the flow stopped: a supervisor would choose the way on, and say why. */
export function IncidentAct({ place: { node, incident } }: { place: Extract<OpenPlace, { kind: 'incident' }> }) {
  const t = useT()
  const id = useId()
  const { store, world } = usePlay()
  const { definition } = world
  const exits = exitsOf(definition, node.id).filter((edge) => incident.exits.includes(edge.id))
  const [edge, setEdge] = useState<string>(exits[0]?.id ?? '')
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const missing = incident.missing.map((field) => fieldsOf(definition).get(field)?.label ?? field).join(', ')
  const resolve = () => {
    const why = store.getState().act({ do: 'resolve', node: node.id, edge: edge as EdgeId, reason: reason.trim() })
    setRefused(why ? refusedText(why, definition, t) : null)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') setRefused(t('work.form.problem.reason'))
        else resolve()
      }}
    >
      <p>{t(`incident.${incident.code}`)}</p>
      {missing && <p>{t('incident.missing', { fields: missing })}</p>}
      {exits.length === 0 ? (
        <p className="muted">{t('builder.try.noWay')}</p>
      ) : (
        <>
          <Field id={`${id}-way`} label={t('builder.try.way')} unmarked>
            <Select
              id={`${id}-way`}
              value={edge}
              onChange={(event) => setEdge(event.target.value)}
              options={exits.map((exit) => ({
                value: exit.id,
                label: [exit.label, numberedName(definition, exit.to, t)].filter(Boolean).join(' → '),
              }))}
            />
          </Field>
          <Field id={`${id}-why`} label={t('work.form.reason')} required error={refused}>
            <TextArea
              id={`${id}-why`}
              rows={2}
              max={limits.sentence}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <div>
            <Button variant="primary">{t('builder.try.resolve')}</Button>
          </div>
        </>
      )}
    </form>
  )
}
