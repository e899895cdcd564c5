import { useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Select } from '#app/ui/input.tsx'
import { type Doubt, type PastedStep, printDuration } from '#engine'

const shownFirst = 60
const ofLanes: readonly Doubt[] = ['no-lane', 'lane-guessed', 'several-lanes']

// A box that scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 } as const

type Props = { steps: readonly PastedStep[]; names: readonly string[]; onLane(row: number, name: string): void }

/** The steps as they will stand in the table, each with what should be looked at. */
export function PastedRows({ steps, names, onLane }: Props) {
  const t = useT()
  const [all, setAll] = useState(false)
  const shown = all ? steps : steps.slice(0, shownFirst)
  const lines = (items: readonly string[]) =>
    items.map((item, index) => (items.length > 1 ? `${index + 1}. ${item}` : item)).join('\n')
  return (
    <section className="paste__rows" aria-label={t('builder.paste.rows')} {...reachable}>
      <table className="paste__table">
        <thead>
          <tr>
            {(['number', 'activity', 'lane', 'requirements', 'time', 'output', 'remark'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`builder.table.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((step, index) => (
            <tr key={step.row}>
              <th scope="row">{index + 1}</th>
              <td>
                {step.activity}
                <Doubts doubts={step.doubts.filter((doubt) => !ofLanes.includes(doubt) && doubt !== 'time-words')} />
              </td>
              <td>
                {step.lanes.length > 0 && !step.doubts.some((doubt) => ofLanes.includes(doubt)) ? (
                  step.lanes.join(', ')
                ) : (
                  <>
                    {step.lanes.length > 1 && <span>{step.lanes.join(' + ')}</span>}
                    <Select
                      aria-label={t('builder.paste.laneOf', { number: index + 1 })}
                      value={step.lanes.length === 1 ? step.lanes[0] : ''}
                      placeholder={step.lanes.length > 1 ? t('builder.paste.together') : t('builder.paste.asAbove')}
                      options={names.map((name) => ({ value: name, label: name }))}
                      onChange={(event) => event.target.value !== '' && onLane(step.row, event.target.value)}
                    />
                    <Doubts doubts={step.doubts.filter((doubt) => ofLanes.includes(doubt))} />
                  </>
                )}
              </td>
              <td>{lines(step.requirements)}</td>
              <td>
                {step.duration ? printDuration(step.duration, 'id') : step.time}
                <Doubts doubts={step.doubts.filter((doubt) => doubt === 'time-words')} />
              </td>
              <td>{lines(step.output)}</td>
              <td>{step.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < steps.length && (
        <Button type="button" size="small" variant="quiet" onClick={() => setAll(true)}>
          {t('builder.paste.showAll', { count: steps.length })}
        </Button>
      )}
    </section>
  )
}

function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const t = useT()
  return doubts.map((doubt) => (
    <span key={doubt} className="paste__doubt">
      <Icon name="warning" small />
      {t(`builder.paste.doubt.${doubt}`)}
    </span>
  ))
}
