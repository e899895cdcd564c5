import { useId } from 'react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { type Duration, type FieldId, fieldsOf, limits, type NodeId } from '#engine'
import { printDuration } from '#engine/calendar/print.ts'
import { useDefinition, useWorld } from './context.tsx'
import { Pick, Tick } from './controls.tsx'
import { numberedName } from './names.ts'

/** What a new time limit begins with. */
export const oneDay: Duration = { amount: 1, unit: 'workingDay', clock: 'working', anchor: { kind: 'entered' }, maximum: false }
const units = ['minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month', 'sameDay'] as const

/** A typed time limit; the words under it are those that will be printed. */
export function DurationEditor({ duration, onChange }: { duration: Duration; onChange(duration: Duration): void }) {
  const t = useT()
  const locale = useLocale()
  const { readOnly } = useWorld()
  const definition = useDefinition()
  const id = useId()
  const tasks = definition.flow.nodes.filter((node) => node.kind === 'task')
  const dates = [...fieldsOf(definition).values()].filter((field) => field.kind === 'date' || field.kind === 'dateTime')
  const number = (text: string) => Math.max(0, Math.min(limits.amount, Math.trunc(Number(text) || 0)))
  const anchors = [
    { value: 'entered', label: t('builder.time.anchor.entered') },
    { value: 'start', label: t('builder.time.anchor.start') },
    ...tasks.map((task) => ({
      value: `node:${task.id}`,
      label: t('builder.time.anchor.completed', { step: numberedName(definition, task.id, t) }),
    })),
    ...dates.map((field) => ({ value: `field:${field.id}`, label: t('builder.time.anchor.field', { field: field.label }) })),
  ]
  const { anchor } = duration
  const anchored =
    anchor.kind === 'completed' ? `node:${anchor.node}` : anchor.kind === 'field' ? `field:${anchor.field}` : anchor.kind
  const pickAnchor = (value: string) => {
    const name = value.slice(value.indexOf(':') + 1)
    const next: Duration['anchor'] = value.startsWith('node:')
      ? { kind: 'completed', node: name as NodeId }
      : value.startsWith('field:')
        ? { kind: 'field', field: name as FieldId }
        : { kind: value === 'start' ? 'start' : 'entered' }
    onChange({ ...duration, anchor: next })
  }
  return (
    <div className="stack">
      <div className="pair">
        {duration.unit !== 'sameDay' && (
          <Field id={`${id}-amount`} label={t('builder.time.amount')} unmarked>
            <Input
              id={`${id}-amount`}
              type="number"
              min={0}
              max={limits.amount}
              value={duration.amount}
              readOnly={readOnly}
              onChange={(event) => onChange({ ...duration, amount: number(event.target.value) })}
            />
          </Field>
        )}
        <Pick
          label={t('builder.time.unit')}
          value={duration.unit}
          options={units.map((unit) => ({ value: unit as string, label: t(`builder.unit.${unit}`) }))}
          onPick={(unit) => onChange({ ...duration, unit: unit as Duration['unit'] })}
        />
      </div>
      {duration.unit !== 'sameDay' && (
        <Field id={`${id}-upto`} label={t('builder.time.upTo')} help={t('builder.time.upToHelp')} unmarked>
          <Input
            id={`${id}-upto`}
            type="number"
            min={1}
            max={limits.amount}
            short
            value={duration.upTo ?? ''}
            readOnly={readOnly}
            onChange={(event) =>
              onChange({ ...duration, upTo: event.target.value === '' ? undefined : Math.max(1, number(event.target.value)) })
            }
          />
        </Field>
      )}
      {(duration.unit === 'minute' || duration.unit === 'hour') && (
        <Pick
          label={t('builder.time.clock')}
          value={duration.clock}
          options={[
            { value: 'working', label: t('builder.time.clock.working') },
            { value: 'calendar', label: t('builder.time.clock.calendar') },
          ]}
          onPick={(clock) => onChange({ ...duration, clock: clock as Duration['clock'] })}
        />
      )}
      <Pick label={t('builder.time.from')} value={anchored} options={anchors} onPick={pickAnchor} />
      <Tick
        label={t('builder.time.maximum')}
        checked={duration.maximum}
        onTick={(maximum) => onChange({ ...duration, maximum })}
      />
      <Field id={`${id}-note`} label={t('builder.time.note')} unmarked>
        <Input
          id={`${id}-note`}
          maxLength={200}
          defaultValue={duration.note ?? ''}
          readOnly={readOnly}
          onBlur={(event) =>
            (event.target.value.trim() || undefined) !== duration.note &&
            onChange({ ...duration, note: event.target.value.trim() || undefined })
          }
        />
      </Field>
      <p className="preview-words">
        <span className="muted small">{t('builder.time.preview')}</span>
        <strong>{printDuration(duration, locale)}</strong>
      </p>
    </div>
  )
}
