import { useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { type Definition, limits, type ScenarioId } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { asScenario } from './play.ts'
import { useTrial } from './trial-context.tsx'

/** Keeps the play with the draft, to be run again at each check. */
export function SaveScenario() {
  const t = useT()
  const id = useId()
  const { store, readOnly } = useWorld()
  const definition = useDefinition()
  const play = useTrial((state) => state.play)
  const [name, setName] = useState('')
  const { scenarios = [] } = definition
  const opened = scenarios.find((one) => one.id === play.scenario)
  if (readOnly || play.acts.length === 0) return null
  const tooMany = scenarios.length >= limits.scenarios
  const tooLong = play.acts.length > limits.actsPerScenario
  const keep = () => {
    const kept = name.trim() === '' ? t('builder.try.scenarioName', { n: scenarios.length + 1 }) : name.trim()
    const { edit, say } = store.getState()
    if (!edit([{ type: 'AddScenario', scenario: asScenario(play, freshScenario(definition), kept) }])) return
    setName('')
    say(t('builder.try.kept', { name: kept }))
  }
  const renew = () => {
    if (!opened) return
    const { acts, begins, expects } = asScenario(play, opened.id, opened.name)
    const { edit, say } = store.getState()
    if (edit([{ type: 'UpdateScenario', scenario: opened.id, patch: { acts, begins, expects } }]))
      say(t('builder.try.renewed', { name: opened.name }))
  }
  if (tooLong) return <p className="muted">{t('builder.try.tooLong', { max: limits.actsPerScenario })}</p>
  return (
    <form
      className="play-save"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Field
        id={id}
        label={t('builder.try.saveAs')}
        help={tooMany ? t('builder.try.tooMany', { max: limits.scenarios }) : t('builder.try.saveHelp')}
        unmarked
      >
        <Input
          id={id}
          value={name}
          maxLength={limits.label}
          placeholder={t('builder.try.scenarioName', { n: scenarios.length + 1 })}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <div className="play-save__acts">
        <Button size="small" variant="primary" icon="save" disabled={tooMany}>
          {t('builder.try.save')}
        </Button>
        {opened && (
          <Button type="button" size="small" onClick={renew}>
            {t('builder.try.renew', { name: opened.name })}
          </Button>
        )}
      </div>
    </form>
  )
}

function freshScenario({ scenarios = [] }: Definition): ScenarioId {
  let number = scenarios.length + 1
  while (scenarios.some(({ id }) => id === `scenario-${number}`)) number += 1
  return `scenario-${number}` as ScenarioId
}
