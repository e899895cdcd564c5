import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'
import { type Tab, Tabs } from '#app/ui/tabs.tsx'
import type { Definition, FlowNode } from '#engine'
import { useActions } from './actions.ts'
import { JoinPanel, ParallelPanel } from './branch-panels.tsx'
import { CallTab } from './call-tab.tsx'
import { CommentOn } from './comments/comment-count.tsx'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { useChosenTarget } from './desk.tsx'
import { EdgePanel } from './edge-panel.tsx'
import { focusOutline } from './focus-return.ts'
import { FormTab } from './forms/form-tab.tsx'
import { LanePanel } from './lane-panel.tsx'
import { useMenu } from './moves/menu-provider.tsx'
import { SeveralPanel } from './moves/several-panel.tsx'
import { numberedName } from './names.ts'
import { DecisionPanel, EndPanel, StartPanel } from './node-panels.tsx'
import { OutcomesTab } from './outcomes-tab.tsx'
import { StandardPanel } from './standard-panel.tsx'
import type { InspectorTab, Selection } from './store.ts'
import { TimeTab } from './time-tab.tsx'
import { StepLock } from './together/step-lock.tsx'
import { WaitTab } from './wait-tab.tsx'
import { WhoTab } from './who-tab.tsx'
import { WordsTab } from './words-tab.tsx'

/** What is selected, in full. With nothing selected: the standard itself. */
export function Inspector({ below }: { below?: ReactNode }) {
  const t = useT()
  const definition = useDefinition()
  const selection = useBuilder((state) => state.selection)
  const { store } = useWorld()
  const nameTurn = useBuilder((state) => state.nameTurn)
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (nameTurn === 0) return
    const first = element.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('textarea, input')
    if (first === undefined || first === null) element.current?.focus()
    first?.focus()
    if (first?.matches('textarea, [type="text"], :not([type])')) first.select()
  }, [nameTurn])
  const several = useBuilder((state) => state.chosen.length)
  const { title, kind, body } =
    several > 1
      ? { title: t('builder.several.title', { count: several }), kind: t('builder.several.kind'), body: <SeveralPanel /> }
      : content(definition, selection, t)
  return (
    <aside
      ref={element}
      onKeyDown={leave}
      className="inspector"
      id="inspector"
      tabIndex={-1}
      aria-label={t('builder.inspector.label')}
      data-open={selection !== null || undefined}
    >
      <header className="inspector__head">
        <div>
          <p className="inspector__kind">{kind}</p>
          <h2 className="inspector__title">{title}</h2>
        </div>
        {selection && <CommentOn selection={selection} />}
        {selection?.kind === 'node' && <SelectionMenu />}
        {selection && (
          <IconButton icon="cross" label={t('builder.inspector.close')} onClick={() => store.getState().select(null)} />
        )}
      </header>
      <div className="inspector__body stack">
        {body}
        {below}
      </div>
    </aside>
  )
}

function SelectionMenu() {
  const t = useT()
  const { readOnly } = useWorld()
  const target = useChosenTarget()
  const { nameOf } = useActions()
  const openMenu = useMenu()
  const chosen = useBuilder((state) => state.chosen)
  const [id] = chosen
  if (readOnly || id === undefined) return null
  const name = chosen.length > 1 ? t('builder.menu.several', { count: chosen.length }) : nameOf(id)
  return (
    <IconButton
      icon="more"
      aria-haspopup="menu"
      label={chosen.length > 1 ? name : t('builder.outline.menu', { name })}
      onClick={(event) => openMenu(target(), event.currentTarget.getBoundingClientRect())}
    />
  )
}

function content(definition: Definition, chosen: Selection, t: ReturnType<typeof useT>) {
  const { nodes, edges, lanes } = definition.flow
  const node = chosen?.kind === 'node' ? nodes.find(({ id }) => id === chosen.id) : undefined
  if (node)
    return {
      title: numberedName(definition, node.id, t),
      kind: t(`builder.kind.${node.kind}`),
      body: <NodePanel key={node.id} node={node} />,
    }
  const edge = chosen?.kind === 'edge' ? edges.find(({ id }) => id === chosen.id) : undefined
  if (edge) {
    const title = `${numberedName(definition, edge.from, t)} → ${numberedName(definition, edge.to, t)}`
    return { title, kind: t('builder.kind.edge'), body: <EdgePanel key={edge.id} edge={edge} /> }
  }
  const lane = chosen?.kind === 'lane' ? lanes.find(({ id }) => id === chosen.id) : undefined
  if (lane) return { title: lane.name, kind: t('builder.kind.lane'), body: <LanePanel key={lane.id} lane={lane} /> }
  return { title: definition.identity.title, kind: t('builder.kind.standard'), body: <StandardPanel /> }
}

/** The parts of a node; the one last looked at stays open where the node has it. */
function PanelTabs({ tabs }: { tabs: readonly Tab[] }) {
  const t = useT()
  const { store } = useWorld()
  const chosen = useBuilder((state) => state.tab)
  return (
    <Tabs
      label={t('builder.inspector.tabs')}
      tabs={tabs.map((tab) => ({ ...tab, panel: <StepLock>{tab.panel}</StepLock> }))}
      value={tabs.some(({ id }) => id === chosen) ? chosen : 'words'}
      onValueChange={(id) => store.getState().setTab(id as InspectorTab)}
    />
  )
}

function NodePanel({ node }: { node: FlowNode }) {
  const t = useT()
  switch (node.kind) {
    case 'start':
      return (
        <StepLock>
          <StartPanel node={node} />
        </StepLock>
      )
    case 'end':
      return (
        <StepLock>
          <EndPanel node={node} />
        </StepLock>
      )
    case 'decision':
      return (
        <StepLock>
          <DecisionPanel node={node} />
        </StepLock>
      )
    case 'parallel':
      return (
        <StepLock>
          <ParallelPanel node={node} />
        </StepLock>
      )
    case 'join':
      return (
        <StepLock>
          <JoinPanel node={node} />
        </StepLock>
      )
    case 'event':
      return (
        <StepLock>
          <WordsTab node={node} />
        </StepLock>
      )
    case 'wait': {
      const reports = node.until.kind === 'report'
      const tabs = [
        { id: 'words', label: t('builder.tab.words'), panel: <WordsTab node={node} /> },
        { id: 'time', label: t('builder.tab.wait'), panel: <WaitTab node={node} /> },
        ...(reports ? [{ id: 'form', label: t('builder.tab.form'), panel: <FormTab node={node} /> }] : []),
      ]
      return <PanelTabs tabs={tabs} />
    }
    case 'call':
      return (
        <PanelTabs
          tabs={[
            { id: 'words', label: t('builder.tab.words'), panel: <WordsTab node={node} /> },
            { id: 'call', label: t('builder.tab.call'), panel: <CallTab node={node} /> },
          ]}
        />
      )
    case 'task': {
      const tabs = [
        { id: 'words', label: t('builder.tab.words'), panel: <WordsTab node={node} /> },
        { id: 'who', label: t('builder.tab.who'), panel: <WhoTab node={node} /> },
        { id: 'outcomes', label: t('builder.tab.outcomes'), panel: <OutcomesTab node={node} /> },
        { id: 'form', label: t('builder.tab.form'), panel: <FormTab node={node} /> },
        { id: 'time', label: t('builder.tab.time'), panel: <TimeTab node={node} /> },
      ]
      return <PanelTabs tabs={tabs} />
    }
  }
}

/** Escape leads from the details back to the step in the outline. */
function leave(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  focusOutline()
}
