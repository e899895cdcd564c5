import {
  Background,
  BackgroundVariant,
  type Connection,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react'
import { type MouseEvent, useCallback, useMemo, useRef } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { EdgeId, NodeId, OutcomeId } from '#engine'
import { CanvasControls } from './canvas-controls.tsx'
import { useCanvasKeys } from './canvas-keys.ts'
import { NodeCard } from './card.tsx'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { walkOrder } from './drawn-order.ts'
import { LaneColumns } from './lane-columns.tsx'
import { LaneHeaders } from './lane-layer.tsx'
import { EdgeLine } from './line.tsx'
import { chosenBy } from './moves/choosing.ts'
import { HelperLines } from './moves/helper-lines-layer.tsx'
import { LayeredBar } from './moves/layered-bar.tsx'
import { useMenu } from './moves/menu-provider.tsx'
import { FlowMap } from './moves/mini-map.tsx'
import { useDrops } from './moves/use-drops.ts'
import { useHolding } from './moves/use-holding.ts'
import { useLayered } from './moves/use-layered.ts'
import { useMarquee } from './moves/use-marquee.ts'
import { NearProvider } from './near.tsx'
import { openingView, useChosenInView } from './opening-view.ts'
import { planConnect } from './steps.ts'
import { type Arranged, type Card, type Drawn, type Line, overCanvas, toCanvas } from './to-canvas.ts'

const nodeTypes = { card: NodeCard }
const edgeTypes = { line: EdgeLine }
const ignoreEdges = (_: EdgeChange<Line>[]) => undefined
/** So many cards are drawn only where they can be seen. */
const many = 120

/** The drawing of the draft. It keeps only what a hand holds at this moment; every change is a domain edit. */
export function Canvas() {
  const t = useT()
  const { readOnly } = useWorld()
  const definition = useDefinition()
  const frame = useRef<HTMLDivElement>(null)
  const layered = useLayered()
  const drawn = useDrawn(layered.arranged)
  const holding = useHolding()
  const marquee = useMarquee()
  const drops = useDrops(drawn.routes)
  const ways = useWays()
  const presses = usePresses()
  const keys = useCanvasKeys(frame)
  const chosen = useBuilder((state) => state.chosen)
  const edge = useBuilder((state) => (state.selection?.kind === 'edge' ? state.selection.id : null))
  const lit = useMemo<ReadonlySet<string>>(() => marquee.inside ?? new Set(chosen), [marquee.inside, chosen])
  const { nodes, lines } = useMemo(
    () => overCanvas(drawn, { definition, chosen: lit, edge, held: holding.held }),
    [drawn, definition, lit, edge, holding.held],
  )
  const { hold } = holding
  const { change } = marquee
  const onNodesChange = useCallback(
    (changes: NodeChange<Card>[]) => {
      hold(changes)
      change(changes)
    },
    [hold, change],
  )
  const target = drops.over.edge
  const shown = useMemo(
    () => (target ? lines.map((line) => (line.id === target ? { ...line, className: 'line-target' } : line)) : lines),
    [lines, target],
  )
  useChosenInView(frame)
  const free = layered.arranged !== null
  return (
    <div
      ref={frame}
      className="canvas"
      role="application"
      aria-label={t('builder.canvas.label')}
      aria-describedby="canvas-help"
      data-held={holding.held.size > 0 || undefined}
      data-free={free || undefined}
      {...keys}
      onDragOver={drops.onDragOver}
      onDrop={drops.onDrop}
      onDragLeave={drops.onDragLeave}
    >
      <p id="canvas-help" className="visually-hidden">
        {t('builder.canvas.help')} {t('builder.canvas.helpMany')}
      </p>
      <NearProvider>
        <ReactFlow<Card, Line>
          nodes={nodes}
          edges={shown}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={ignoreEdges}
          {...ways}
          {...presses}
          onConnectEnd={drops.onConnectEnd}
          onSelectionStart={marquee.begin}
          onSelectionEnd={marquee.end}
          onInit={(instance: ReactFlowInstance<Card, Line>) =>
            void instance.setViewport(openingView(definition.flow.lanes.length, frame.current))
          }
          nodesDraggable={!readOnly && !free}
          nodesConnectable={!readOnly}
          edgesReconnectable={!readOnly}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={null}
          selectNodesOnDrag={false}
          nodeDragThreshold={3}
          connectionRadius={36}
          reconnectRadius={12}
          snapToGrid
          snapGrid={[4, 4]}
          minZoom={0.1}
          maxZoom={1.75}
          panOnScroll
          zoomOnDoubleClick={false}
          onlyRenderVisibleElements={nodes.length > many}
          attributionPosition="bottom-left"
        >
          {!free && <LaneColumns height={drawn.height} over={holding.lane ?? drops.over.lane} />}
          <HelperLines lines={holding.lines} />
          <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--canvas-dot)" />
          {!free && <LaneHeaders />}
          <FlowMap />
          <CanvasControls />
        </ReactFlow>
      </NearProvider>
      <LayeredBar {...layered} />
    </div>
  )
}

/** The drawing of the draft as it stands; what did not change is the same as before. */
function useDrawn(arranged: Arranged | null): Drawn {
  const { standards, findings } = useWorld()
  const definition = useDefinition()
  const before = useRef<Drawn | null>(null)
  return useMemo(() => {
    before.current = toCanvas(definition, findings, standards, before.current, arranged)
    return before.current
  }, [definition, findings, standards, arranged])
}

/** Ways drawn by hand from an exit to a step, or led elsewhere. */
function useWays() {
  const { store } = useWorld()
  return useMemo(() => {
    const outcomeIn = (handle: string | null | undefined) => (handle && handle !== 'out' ? (handle as OutcomeId) : undefined)
    return {
      onConnect({ source, target, sourceHandle }: Connection) {
        const { edit, history } = store.getState()
        edit(planConnect(history.present, source as NodeId, target as NodeId, outcomeIn(sourceHandle)))
      },
      onReconnect(line: Line, { source, target, sourceHandle }: Connection) {
        const from = source !== line.source || sourceHandle !== line.sourceHandle ? (source as NodeId) : undefined
        const outcome = from && outcomeIn(sourceHandle)
        const moved = { ...(from && { from }), ...(outcome && { outcome }) }
        store.getState().edit([{ type: 'Reconnect', edge: line.id as EdgeId, to: target as NodeId, ...moved }])
      },
    }
  }, [store])
}

/** Presses on cards, lines and the canvas, and the menus of each under the other button. */
function usePresses() {
  const { store } = useWorld()
  const openMenu = useMenu()
  return useMemo(() => {
    const at = (event: { clientX: number; clientY: number }) => ({ x: event.clientX, y: event.clientY })
    const press = (event: MouseEvent, id: NodeId) => {
      const { chosen, choose, select, history } = store.getState()
      const several = chosenBy(event, id, chosen, walkOrder(history.present))
      if (several) choose(several)
      else select({ kind: 'node', id })
    }
    return {
      onNodeClick: (event: MouseEvent, node: Card) => press(event, node.id as NodeId),
      onNodeDragStart: (_: unknown, node: Card) => {
        const { chosen, select } = store.getState()
        if (!chosen.includes(node.id as NodeId)) select({ kind: 'node', id: node.id as NodeId })
      },
      onEdgeClick: (_: MouseEvent, line: Line) => store.getState().select({ kind: 'edge', id: line.id as EdgeId }),
      onPaneClick: () => store.getState().select(null),
      onNodeContextMenu: (event: MouseEvent, { id }: Card) => {
        event.preventDefault()
        const { chosen, select } = store.getState()
        if (!chosen.includes(id as NodeId)) select({ kind: 'node', id: id as NodeId })
        openMenu({ kind: 'steps', ids: store.getState().chosen }, at(event))
      },
      onEdgeContextMenu: (event: MouseEvent, { id }: Line) => {
        event.preventDefault()
        store.getState().select({ kind: 'edge', id: id as EdgeId })
        openMenu({ kind: 'edge', id: id as EdgeId }, at(event))
      },
      onPaneContextMenu: (event: globalThis.MouseEvent | MouseEvent) => {
        event.preventDefault()
        openMenu(null, at(event))
      },
    }
  }, [store, openMenu])
}
