import { useT } from '#app/i18n/react.tsx'
import type { Recurrence, StartNode } from '#engine'
import { useWorld } from './context.tsx'
import { Pick, TextLine } from './controls.tsx'

const periods = ['week', 'month', 'quarter', 'year'] as const
const freeDays = ['next', 'previous', 'keep', 'skip'] as const
export const monthly: Recurrence = { every: 'month', day: 1, time: '08:00', onFreeDay: 'next' }

/** When a start by the clock comes again. */
export function RecurrenceEditor({ node, every }: { node: StartNode; every: Recurrence }) {
  const t = useT()
  const { store } = useWorld()
  const set = (part: Partial<Recurrence>) => [
    { type: 'UpdateNode' as const, node: node.id, patch: { every: { ...every, ...part } } },
  ]
  const apply = (part: Partial<Recurrence>) => store.getState().edit(set(part))
  const months = every.every === 'quarter' ? 3 : every.every === 'year' ? 12 : 0
  const days = every.every === 'week' ? 7 : 31
  const period = (value: string) => {
    const next = value as Recurrence['every']
    const month = next === 'quarter' || next === 'year' ? 1 : undefined
    apply({ every: next, month, day: 1 })
  }
  return (
    <div className="stack">
      <Pick
        label={t('builder.schedule.every')}
        value={every.every}
        options={periods.map((value) => ({ value: value as string, label: t(`builder.schedule.${value}`) }))}
        onPick={period}
      />
      {months > 0 && (
        <Pick
          label={t('builder.schedule.month')}
          value={String(every.month ?? '')}
          placeholder={every.month === undefined ? t('common.choose') : undefined}
          options={numbers(months).map((value) => ({
            value: String(value),
            label: months === 3 ? t('builder.schedule.monthOfQuarter', { number: value }) : t(`builder.month.${value as 1}`),
          }))}
          onPick={(month) => apply({ month: Number(month) })}
        />
      )}
      <Pick
        label={t('builder.schedule.day')}
        value={String(every.day)}
        options={[
          ...numbers(days).map((value) => ({
            value: String(value),
            label: days === 7 ? t(`builder.weekday.${value as 1}`) : t('builder.schedule.dayOfMonth', { number: value }),
          })),
          ...(days === 31 ? [{ value: 'last', label: t('builder.schedule.lastDay') }] : []),
        ]}
        onPick={(day) => apply({ day: day === 'last' ? day : Number(day) })}
      />
      <TextLine
        label={t('builder.schedule.time')}
        help={t('builder.schedule.timeHelp')}
        value={every.time}
        changeKey={`${node.id}:time-of-day`}
        toEdits={(time) => set({ time: time.replace('.', ':') })}
      />
      <Pick
        label={t('builder.schedule.onFreeDay')}
        value={every.onFreeDay}
        options={freeDays.map((value) => ({ value: value as string, label: t(`builder.schedule.free.${value}`) }))}
        onPick={(onFreeDay) => apply({ onFreeDay: onFreeDay as Recurrence['onFreeDay'] })}
      />
    </div>
  )
}

const numbers = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1)
