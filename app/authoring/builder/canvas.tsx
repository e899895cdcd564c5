import {
  Background,
  BackgroundVariant,
  type Connection,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
  useReactFlow,
} from '@xyflow/react'
import { type DragEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { EdgeId, LaneId, NodeId, OutcomeId } from '#engine'
import { CanvasControls } from './canvas-controls.tsx'
import { useCanvasKeys } from './canvas-keys.ts'
import { NodeCard } from './card.tsx'
import { useBuilder, useDefinition, useNewWords, useWorld } from './context.tsx'
import { boxesOf, laneAt, laneWidth } from './geometry.ts'
import { dragType, isNewKind } from './kinds.ts'
import { LaneColumns, LaneHeaders } from './lane-layer.tsx'
import { EdgeLine } from './line.tsx'
import { planPlaces } from './moves/places.ts'
import { nearestEdge } from './nearest-edge.ts'
import { openingView, useChosenInView } from './opening-view.ts'
import { planAt, planConnect, planOnEdge } from './steps.ts'
import { type Card, type Held, type Line, toCanvas } from './to-canvas.ts'

const nodeTypes = { card: NodeCard }
const edgeTypes = { line: EdgeLine }
const nothingHeld: Held = new Map()

/** The drawing of the draft. It keeps only what a hand holds at this moment; every change is a domain edit. */
export function Canvas() {
  const t = useT()
  const words = useNewWords()
  const { store, standards, findings, readOnly } = useWorld()
  const definition = useDefinition()
  const selection = useBuilder((state) => state.selection)
  const [held, setHeld] = useState<Held>(nothingHeld)
  const inHand = useRef<Held>(nothingHeld)
  const [over, setOver] = useState<{ lane: LaneId | null; edge: EdgeId | null }>({ lane: null, edge: null })
  const flow = useReactFlow<Card, Line>()
  const frame = useRef<HTMLDivElement>(null)
  const { nodes, lines, boxes, routes } = useMemo(
    () => toCanvas(definition, findings, selection, held, standards),
    [definition, findings, selection, held, standards],
  )
  const height = Math.max(600, ...[...boxes.values()].map((box) => box.y + box.height))
  const keys = useCanvasKeys(frame)

  const onNodesChange = useCallback(
    (changes: NodeChange<Card>[]) => {
      const moves = changes.flatMap((change) =>
        change.type === 'position' ? [{ id: change.id as NodeId, at: change.position, dragging: change.dragging }] : [],
      )
      const [first] = moves
      if (first === undefined) return
      const { edit, history } = store.getState()
      if (first.dragging) {
        inHand.current = new Map(moves.flatMap(({ id, at }) => (at ? [[id, at]] : [])))
        const width = boxesOf(history.present).get(first.id)?.width ?? 0
        setHeld(inHand.current)
        setOver({ lane: first.at ? (laneAt(history.present, first.at.x + width / 2) ?? null) : null, edge: null })
        return
      }
      const edits = planPlaces(history.present, inHand.current)
      if (edits.length > 0) edit(edits)
      inHand.current = nothingHeld
      setHeld(nothingHeld)
      setOver({ lane: null, edge: null })
    },
    [store],
  )
  const onEdgesChange = useCallback((_: EdgeChange<Line>[]) => undefined, [])

  const onConnect = useCallback(
    ({ source, target, sourceHandle }: Connection) => {
      const named = sourceHandle && sourceHandle !== 'out' ? (sourceHandle as OutcomeId) : undefined
      const { edit, history } = store.getState()
      edit(planConnect(history.present, source as NodeId, target as NodeId, named))
    },
    [store],
  )
  const onReconnect = useCallback(
    (line: Line, { source, target, sourceHandle }: Connection) => {
      const from = source !== line.source || sourceHandle !== line.sourceHandle ? (source as NodeId) : undefined
      const outcome = sourceHandle && sourceHandle !== 'out' ? (sourceHandle as OutcomeId) : undefined
      store.getState().edit([
        {
          type: 'Reconnect',
          edge: line.id as EdgeId,
          to: target as NodeId,
          ...(from ? { from } : {}),
          ...(from && outcome ? { outcome } : {}),
        },
      ])
    },
    [store],
  )

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const edge = nearestEdge(at, routes)
    setOver({ lane: laneAt(definition, at.x) ?? null, edge })
  }
  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(dragType)
    if (!isNewKind(kind)) return
    event.preventDefault()
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const lane = laneAt(definition, at.x)
    setOver({ lane: null, edge: null })
    if (lane === undefined) return
    const edge = nearestEdge(at, routes)
    const onEdge = edge && planOnEdge(definition, edge, kind, words, lane)
    const plan =
      onEdge ?? planAt(definition, kind, lane, { x: at.x - Math.floor(at.x / laneWidth) * laneWidth - 110, y: at.y - 30 }, words)
    if (plan) store.getState().edit(plan.edits, { select: plan.select, name: true })
  }

  useChosenInView(frame)

  return (
    <div
      ref={frame}
      className="canvas"
      role="application"
      aria-label={t('builder.canvas.label')}
      aria-describedby="canvas-help"
      {...keys}
      onDragOver={onDragOver}
      onDrop={onDrop}
      onDragLeave={() => setOver({ lane: null, edge: null })}
    >
      <p id="canvas-help" className="visually-hidden">
        {t('builder.canvas.help')}
      </p>
      <ReactFlow<Card, Line>
        nodes={nodes}
        edges={over.edge ? lines.map((line) => (line.id === over.edge ? { ...line, className: 'line-target' } : line)) : lines}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={onConnect}
        onReconnect={onReconnect}
        onNodeClick={(_, node) => store.getState().select({ kind: 'node', id: node.id as NodeId })}
        onEdgeClick={(_, line) => store.getState().select({ kind: 'edge', id: line.id as EdgeId })}
        onPaneClick={() => store.getState().select(null)}
        onInit={(instance: ReactFlowInstance<Card, Line>) =>
          void instance.setViewport(openingView(definition.flow.lanes.length, frame.current))
        }
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        nodeDragThreshold={3}
        connectionRadius={36}
        reconnectRadius={12}
        snapToGrid
        snapGrid={[4, 4]}
        minZoom={0.2}
        maxZoom={1.75}
        panOnScroll
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > 200}
        attributionPosition="bottom-left"
      >
        <LaneColumns height={height} over={over.lane} />
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--canvas-dot)" />
        <LaneHeaders />
        <CanvasControls />
      </ReactFlow>
    </div>
  )
}
