import { useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button, IconButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Input } from '#app/ui/input.tsx'
import { limits, runScenarios, type Scenario, type ScenarioRun, wordsOfBroken } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { happenedText } from './broken-text.ts'
import { SaveScenario } from './save-scenario.tsx'
import { usePlay } from './trial-context.tsx'

/** The walks that are kept, each with whether it still goes as expected. */
export function Scenarios() {
  const t = useT()
  const definition = useDefinition()
  const { positions } = useWorld()
  const { world } = usePlay()
  const runs = runScenarios(definition, { calendar: world.calendar, positions })
  return (
    <div className="stack">
      {runs.length === 0 && <p className="muted">{t('builder.try.noScenario')}</p>}
      <ul className="play-scenarios">
        {runs.map(({ scenario, run }) => (
          <Row key={scenario.id} scenario={scenario} run={run} />
        ))}
      </ul>
      <SaveScenario />
    </div>
  )
}

function Row({ scenario, run }: { scenario: Scenario; run: ScenarioRun }) {
  const t = useT()
  const definition = useDefinition()
  const { store: builder, readOnly } = useWorld()
  const { store } = usePlay()
  const [naming, setNaming] = useState(false)
  const { id, name, acts } = scenario
  const words = run.ok ? null : wordsOfBroken(scenario, run)
  return (
    <li className="play-scenario" data-broken={!run.ok || undefined}>
      <Icon name={run.ok ? 'check-circle' : 'danger'} small label={t(run.ok ? 'builder.try.holds' : 'builder.try.broken')} />
      <div className="play-scenario__text">
        {naming ? <Rename scenario={scenario} onDone={() => setNaming(false)} /> : <p className="play-scenario__name">{name}</p>}
        <p className="play-scenario__meta">{t('builder.try.acts', { count: acts.length })}</p>
        {words && (
          <p className="play-scenario__why">
            {words.n > 0 ? t('builder.scenario.atAct', { n: words.n }) : t('builder.scenario.atEnd')}:{' '}
            {happenedText(words, definition, t)}
          </p>
        )}
        <div className="play-scenario__acts">
          <Button type="button" size="small" onClick={() => store.getState().open(scenario)}>
            {t(run.ok ? 'builder.try.openOne' : 'builder.try.openBroken')}
            <span className="visually-hidden"> {name}</span>
          </Button>
          {!readOnly && (
            <>
              <IconButton icon="edit" label={t('builder.try.rename', { name })} onClick={() => setNaming(true)} />
              <IconButton
                icon="trash"
                label={t('builder.try.remove', { name })}
                onClick={() => builder.getState().edit([{ type: 'RemoveScenario', scenario: id }])}
              />
            </>
          )}
        </div>
      </div>
    </li>
  )
}

function Rename({ scenario: { id: scenario, name }, onDone }: { scenario: Scenario; onDone(): void }) {
  const t = useT()
  const id = useId()
  const { store } = useWorld()
  const [text, setText] = useState(name)
  return (
    <form
      className="play-scenario__rename"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') store.getState().edit([{ type: 'UpdateScenario', scenario, patch: { name: text.trim() } }])
        onDone()
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('builder.try.newName')}
      </label>
      <Input id={id} value={text} maxLength={limits.label} onChange={(event) => setText(event.target.value)} autoFocus />
      <Button size="small">{t('common.save')}</Button>
    </form>
  )
}
