import { ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useT } from '#app/i18n/react.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { Calendar, CallableStandard, Definition, PaperLayout, RuleContext } from '#engine'
import { AskContext, type Question, useActions } from './actions.ts'
import { AskDialog } from './ask-dialog.tsx'
import { Beginning } from './beginning.tsx'
import { Canvas } from './canvas.tsx'
import { CommandMenu } from './command-menu.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { BuilderProvider, type PositionChoice, useDefinition, useWorld } from './context.tsx'
import { Copies, type Copy } from './copies.tsx'
import { InsertProvider } from './insert.tsx'
import { Inspector } from './inspector.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import { Outline } from './outline.tsx'
import { Palette } from './palette.tsx'
import { Problems } from './problems.tsx'
import { RecallBanner } from './recall-banner.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { useSaving } from './saving.ts'
import { useShortcuts } from './shortcuts.ts'
import { createBuilder } from './store.ts'
import { TopBar } from './top-bar.tsx'
import { useFindings } from './use-findings.ts'
import { type BuilderView, ViewSwitch } from './view-switch.tsx'

export type EditorProps = {
  agency: string
  slug: string
  agencyName: string
  number: number
  status: string
  revision: number
  definition: Definition
  positions: readonly PositionChoice[]
  holders: NonNullable<RuleContext['holders']>
  calendar: Calendar | null
  standards: readonly CallableStandard[]
  /** What the rules know of the agency's other papers. */
  known: Pick<RuleContext, 'inForce' | 'contacts' | 'regulations'>
  layout: PaperLayout
  readOnly: boolean
  copies?: readonly Copy[]
}

/** The whole builder, in the browser only. */
export default function Editor({
  definition: given,
  positions,
  holders,
  calendar,
  standards,
  known,
  layout,
  readOnly,
  ...page
}: EditorProps) {
  const [store] = useState(() => createBuilder(given, page))
  const definition = useStore(store, (state) => state.history.present)
  const { slug, number } = page
  const context = useMemo(
    () => ({ positions, holders, ...(calendar && { calendar }), standards, ...known, self: { slug, version: number } }),
    [positions, holders, calendar, standards, known, slug, number],
  )
  const findings = useFindings(definition, context)
  const callable = useMemo(() => standards.filter((one) => one.slug !== slug), [standards, slug])
  const world = useMemo(
    () => ({ store, positions, units: calendar?.units ?? [], standards: callable, findings, layout, readOnly }),
    [store, positions, calendar, callable, findings, layout, readOnly],
  )
  const [question, setQuestion] = useState<Question>(null)
  return (
    <BuilderProvider value={world}>
      <AskContext.Provider value={setQuestion}>
        <ReactFlowProvider>
          <InsertProvider>
            <Workbench {...page} />
            <AskDialog question={question} onClose={() => setQuestion(null)} />
          </InsertProvider>
        </ReactFlowProvider>
      </AskContext.Provider>
    </BuilderProvider>
  )
}

function Workbench({
  agency,
  slug,
  agencyName,
  number,
  status,
  copies = [],
}: Omit<EditorProps, 'definition' | 'positions' | 'holders' | 'calendar' | 'standards' | 'known' | 'layout' | 'readOnly'>) {
  const t = useT()
  const { store, findings, readOnly } = useWorld()
  const definition = useDefinition()
  const { add, remove } = useActions()
  const home = `/susun/${agency}/${slug}`
  const place = `${agency}/${slug}/${number}`
  const save = useSaving(store, { address: `${home}/draf`, place, readOnly })
  const [commands, setCommands] = useState(false)
  const [side, setSide] = useState('outline')
  const [view, setView] = useState<BuilderView>('outline')
  const onSave = useCallback(() => void save(), [save])
  useShortcuts(
    useMemo(
      () => ({
        save: onSave,
        undo: () => store.getState().undo(),
        redo: () => store.getState().redo(),
        commands: () => setCommands(true),
        remove: () => readOnly || remove(),
        addStep: () => readOnly || add('task'),
      }),
      [store, onSave, add, remove, readOnly],
    ),
  )
  useEffect(() => {
    document.body.classList.add('has-builder')
    return () => document.body.classList.remove('has-builder')
  }, [])
  const empty = definition.flow.nodes.length === 0
  return (
    <div className="builder bleed" data-view={view}>
      <TopBar
        home={home}
        agencyName={agencyName}
        number={number}
        status={status}
        onSave={onSave}
        onCommands={() => setCommands(true)}
        onProblems={() => setSide('problems')}
        matrix={{ shown: view === 'matrix', toggle: () => setView(view === 'matrix' ? 'canvas' : 'matrix') }}
      />
      <RecallBanner place={place} />
      <ViewSwitch view={view} onChange={setView} />
      <div className="builder__side">
        <Tabs
          label={t('builder.side.label')}
          value={side}
          onValueChange={setSide}
          tabs={[
            { id: 'outline', label: t('builder.side.outline'), panel: <Outline /> },
            {
              id: 'problems',
              label: (
                <>
                  {t('builder.side.problems')} <span className="count">{findings.length}</span>
                </>
              ),
              panel: <Problems />,
            },
          ]}
        />
      </div>
      <div className="builder__stage">
        <div className="builder__drawing">
          {empty && !readOnly ? <Beginning /> : <Canvas />}
          {!readOnly && !empty && <Palette />}
          <RefusalNotice />
        </div>
        {view === 'matrix' && <MatrixPanel />}
      </div>
      <Inspector below={<Copies copies={copies} address={`${home}/draf`} />} />
      <CommandMenu home={home} open={commands} onOpenChange={setCommands} onSave={onSave} />
      <ConflictDialog address={`${home}/draf`} place={place} />
    </div>
  )
}
