import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { DropdownMenu } from '#app/ui/menu.tsx'
import { type Definition, type FlowNode, type NodeId, type StepRow, stepRows } from '#engine'
import { useActions } from './actions.ts'
import { CommentCount } from './comments/comment-count.tsx'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { drawnOrder } from './drawn-order.ts'
import { exitWords, laneName, nodeName } from './names.ts'
import { WhoIsHere } from './together/presence.tsx'

/** The flow as an ordered list: a full equal of the canvas for those who read, type or listen. */
export function Outline() {
  const t = useT()
  const definition = useDefinition()
  const { readOnly } = useWorld()
  const { add } = useActions()
  const rows = useMemo(() => stepRows(definition), [definition])
  const drawn = useMemo(() => drawnOrder(definition), [definition])
  const others = definition.flow.nodes.filter((node) => node.kind === 'start' || node.kind === 'end')
  return (
    <nav className="outline" aria-label={t('builder.outline.label')}>
      <h2 className="outline__title">{t('builder.outline.title')}</h2>
      {rows.length === 0 && <p className="muted small">{t('builder.outline.empty')}</p>}
      <ul className="outline__ends">
        {others
          .filter((node) => node.kind === 'start')
          .map((node) => (
            <EndRow key={node.id} node={node} definition={definition} />
          ))}
      </ul>
      <ol className="outline__rows">
        {drawn.map((node) => {
          const row = rows.find((one) => one.node.id === node.id)
          return row ? (
            <Row key={node.id} row={row} definition={definition} />
          ) : (
            <EndRow key={node.id} node={node} definition={definition} />
          )
        })}
      </ol>
      <ul className="outline__ends">
        {others
          .filter((node) => node.kind === 'end')
          .map((node) => (
            <EndRow key={node.id} node={node} definition={definition} />
          ))}
      </ul>
      {!readOnly && (
        <button type="button" className="outline__add" onClick={() => add('task')}>
          <Icon name="plus" small />
          {t('builder.outline.addStep')}
        </button>
      )}
    </nav>
  )
}

/** Pressed with Enter or the space bar: a step pressed twice so, and a line at once, leads on into its details. */
const byKey = (event: MouseEvent): boolean => event.detail === 0

function useSelected(id: NodeId) {
  const selected = useBuilder((state) => state.selection?.kind === 'node' && state.selection.id === id)
  const element = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return { selected, element }
}

function Row({ row, definition }: { row: StepRow; definition: Definition }) {
  const t = useT()
  const { store, findings, readOnly } = useWorld()
  const { rowMenu } = useActions()
  const { selected, element } = useSelected(row.node.id)
  const name = nodeName(row.node, t)
  const worst = findings.find((finding) => finding.nodeId === row.node.id)?.severity
  return (
    <li className={classNames('outline__row', selected && 'outline__row--selected')}>
      <button
        ref={element}
        type="button"
        className="outline__step"
        aria-current={selected || undefined}
        onClick={(event) =>
          store.getState().select({ kind: 'node', id: row.node.id }, { focus: true, details: selected && byKey(event) })
        }
      >
        <span className="outline__number" aria-hidden="true">
          {row.number}
        </span>
        <span className="outline__text">
          <span className="outline__name">
            <span className="visually-hidden">{`${row.number}. `}</span>
            {name}
          </span>
          <span className="outline__lane">{laneName(definition, row.node.lane)}</span>
          <WhoIsHere step={row.node.id} />
        </span>
        <CommentCount kind="node" id={row.node.id} />
        {worst && worst !== 'publish' && (
          <Icon name={worst === 'error' ? 'danger' : 'warning'} small label={t(`builder.severity.${worst}`)} />
        )}
      </button>
      {!readOnly && (
        <DropdownMenu
          trigger={<IconButton icon="more" label={t('builder.outline.menu', { name })} />}
          entries={rowMenu(row.node.id)}
        />
      )}
      {row.exits.length > 0 && (
        <ul className="outline__exits">
          {row.exits.map((exit) => (
            <li key={`${exit.edge} ${exit.to}`}>
              <button
                type="button"
                className="outline__exit"
                data-kind={exit.kind}
                onClick={(event) => store.getState().select({ kind: 'edge', id: exit.edge }, { details: byKey(event) })}
              >
                <Icon name={exit.kind === 'back' ? 'undo' : exit.kind === 'end' ? 'flag' : 'arrow-right'} small />
                {exitWords(exit, t)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const barIcons: Partial<Record<FlowNode['kind'], IconName>> = { start: 'chevron-right', parallel: 'split', join: 'merge' }

/** What is no row of its own: starts and ends, and what splits and joins between the rows. */
function EndRow({ node, definition }: { node: FlowNode; definition: Definition }) {
  const t = useT()
  const { store, readOnly } = useWorld()
  const { rowMenu } = useActions()
  const { selected, element } = useSelected(node.id)
  return (
    <li className={classNames('outline__row', selected && 'outline__row--selected')}>
      <button
        ref={element}
        type="button"
        className="outline__step"
        aria-current={selected || undefined}
        onClick={(event) =>
          store.getState().select({ kind: 'node', id: node.id }, { focus: true, details: selected && byKey(event) })
        }
      >
        <span className="outline__number outline__number--capsule" aria-hidden="true">
          <Icon name={barIcons[node.kind] ?? 'flag'} small />
        </span>
        <span className="outline__text">
          <span className="outline__name">{node.kind === 'start' ? t(`builder.by.${node.by}`) : nodeName(node, t)}</span>
          <span className="outline__lane">{laneName(definition, node.lane)}</span>
        </span>
        <CommentCount kind="node" id={node.id} />
      </button>
      {!readOnly && (
        <DropdownMenu
          trigger={<IconButton icon="more" label={t('builder.outline.menu', { name: nodeName(node, t) })} />}
          entries={rowMenu(node.id)}
        />
      )}
    </li>
  )
}
