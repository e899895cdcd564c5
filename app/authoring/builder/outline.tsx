import { type KeyboardEvent, useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { NodeId, StepRow } from '#engine'
import { useActions } from './actions.ts'
import { useWorst } from './checks/use-worst.ts'
import { worstWords } from './checks/worst-mark.tsx'
import { useDefinition, useWorld } from './context.tsx'
import { drawnOrder, walkOrder } from './drawn-order.ts'
import { extended } from './moves/choosing.ts'
import { exitWords, laneName, nodeName } from './names.ts'
import { barIcons, type OutlineExit, OutlineRow } from './outline-row.tsx'
import { orderOf } from './remembered.ts'

/** The flow as an ordered list: a full equal of the canvas for those who read, type or listen. */
export function Outline() {
  const t = useT()
  const definition = useDefinition()
  const { readOnly } = useWorld()
  const { add } = useActions()
  const rows = useMemo(() => new Map(orderOf(definition).rows.map((row) => [row.node.id as NodeId, row])), [definition])
  const drawn = useMemo(() => drawnOrder(definition), [definition])
  const worst = useWorst()
  const keys = useOutlineKeys()
  const { nodes } = definition.flow
  const rowOf = (node: (typeof nodes)[number]) => {
    const row = rows.get(node.id)
    const found = worst.get(node.id)
    return (
      <OutlineRow
        key={node.id}
        id={node.id}
        number={row?.number ?? null}
        icon={barIcons[node.kind] ?? 'flag'}
        name={node.kind === 'start' ? t(`builder.by.${node.by}`) : nodeName(node, t)}
        menuName={nodeName(node, t)}
        lane={laneName(definition, node.lane)}
        worst={found?.finding.severity ?? null}
        worstWords={found ? worstWords(found, definition, t) : ''}
        exits={row ? exitsOf(row, t) : ''}
      />
    )
  }
  return (
    <nav className="outline" aria-label={t('builder.outline.label')} onKeyDown={keys}>
      <h2 className="outline__title">{t('builder.outline.title')}</h2>
      {rows.size === 0 && <p className="muted small">{t('builder.outline.empty')}</p>}
      <ul className="outline__ends">{nodes.filter(({ kind }) => kind === 'start').map(rowOf)}</ul>
      <ol className="outline__rows">{drawn.map(rowOf)}</ol>
      <ul className="outline__ends">{nodes.filter(({ kind }) => kind === 'end').map(rowOf)}</ul>
      {!readOnly && (
        <button type="button" className="outline__add" onClick={() => add('task')}>
          <Icon name="plus" small />
          {t('builder.outline.addStep')}
        </button>
      )}
    </nav>
  )
}

/** As text, so that a row is drawn anew only when it says something else. */
const exitsOf = (row: StepRow, t: ReturnType<typeof useT>): string =>
  JSON.stringify(
    row.exits.map((exit): OutlineExit => ({ edge: exit.edge, to: exit.to, kind: exit.kind, words: exitWords(exit, t) })),
  )

/** Arrows walk the steps of the list; with Shift they choose as far as they come. */
function useOutlineKeys() {
  const { store } = useWorld()
  return (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const here = event.target instanceof Element && event.target.closest<HTMLElement>('.outline__step')
    if (by === undefined || !here || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('.outline__step')]
    steps[steps.indexOf(here) + by]?.focus()
    if (!event.shiftKey) return
    const { chosen, choose, history } = store.getState()
    choose(extended(walkOrder(history.present), chosen, by), { focus: true })
  }
}
