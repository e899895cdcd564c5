import { useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { StatusBadge } from '#app/ui/badge.tsx'
import { IconButton } from '#app/ui/button.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { runScenarios } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { Clock } from './clock.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { Log } from './log.tsx'
import { Lost } from './lost.tsx'
import { Now } from './now.tsx'
import { present } from './play.ts'
import { Said } from './said.tsx'
import { Scenarios } from './scenarios.tsx'
import { useTrial, useTrying } from './trial-context.tsx'

/** The play of the draft, in the place of the details. */
export function PlayPanel() {
  const t = useT()
  const { store } = useWorld()
  const trying = useTrying()
  const close = () => store.getState().show({ trying: 'off' })
  return (
    <aside className="inspector play" aria-label={t('builder.try.label')} data-open>
      <header className="inspector__head">
        <div>
          <p className="inspector__kind">{t('builder.try.kind')}</p>
          <h2 className="inspector__title">{t('builder.try.title')}</h2>
        </div>
        {trying && <Tools />}
        <IconButton icon="cross" label={t('builder.try.close')} onClick={close} />
      </header>
      {trying ? <Playing /> : <p className="play__empty muted">{t('builder.try.noHours')}</p>}
    </aside>
  )
}

function Tools() {
  const t = useT()
  const { store } = useTrying() ?? {}
  const acts = useTrial(({ play }) => play.acts.length)
  return (
    <>
      <IconButton icon="undo" label={t('builder.try.back')} disabled={acts === 0} onClick={() => store?.getState().back()} />
      <IconButton
        icon="refresh"
        label={t('builder.try.restart')}
        disabled={acts === 0}
        onClick={() => store?.getState().restart()}
      />
    </>
  )
}

type Room = 'now' | 'log' | 'scenarios' | 'forecast'

function Playing() {
  const t = useT()
  const { store: builder } = useWorld()
  const trial = useTrial(({ play }) => present(play))
  const turn = useTrial((state) => state.turn)
  const [room, setRoom] = useState<Room>('now')
  const broken = useBroken()
  const head = useRef<HTMLParagraphElement>(null)
  const known = useRef(turn)
  useEffect(() => {
    if (known.current === turn) return
    known.current = turn
    setRoom('now')
    const at = trial.state.open[0]?.node ?? trial.state.waits[0]?.node ?? trial.state.incidents[0]?.node
    if (at) builder.getState().select({ kind: 'node', id: at }, { focus: true })
    head.current?.focus()
  }, [turn, trial, builder])
  const { status } = trial.state
  return (
    <div className="inspector__body stack">
      <p className="play__state" ref={head} tabIndex={-1}>
        <StatusBadge tone={tones[status]}>{t(`builder.try.status.${status}`)}</StatusBadge>
      </p>
      <Said />
      <Clock />
      <Lost />
      <Tabs
        label={t('builder.try.parts')}
        value={room}
        onValueChange={(id) => setRoom(id as Room)}
        tabs={[
          { id: 'now', label: t('builder.try.now'), panel: <Now key={turn} /> },
          { id: 'log', label: t('builder.try.log'), panel: <Log /> },
          {
            id: 'scenarios',
            label: (
              <>
                {t('builder.try.scenarios')} {broken > 0 && <span className="count count--danger">{broken}</span>}
              </>
            ),
            panel: <Scenarios />,
          },
          { id: 'forecast', label: t('builder.forecast.title'), panel: <ForecastPanel /> },
        ]}
      />
    </div>
  )
}

const tones = { new: 'neutral', running: 'info', completed: 'success', rejected: 'danger', cancelled: 'neutral' } as const

function useBroken(): number {
  const definition = useDefinition()
  const { calendar, positions } = useWorld()
  return calendar ? runScenarios(definition, { calendar, positions }).filter(({ run }) => !run.ok).length : 0
}
