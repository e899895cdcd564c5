import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import type { EdgeId, FlowNode, NodeId, Severity } from '#engine'
import { SeverityMark } from './checks/worst-mark.tsx'
import { CommentCount } from './comments/comment-count.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { walkOrder } from './drawn-order.ts'
import { chosenBy } from './moves/choosing.ts'
import { useMenu } from './moves/menu-provider.tsx'
import { WhoIsHere } from './together/presence.tsx'
import { PlayMark } from './try/mark.tsx'

/** What stands before a name that has no number: starts and ends, and what splits and joins between the rows. */
export const barIcons: Partial<Record<FlowNode['kind'], IconName>> = {
  start: 'chevron-right',
  parallel: 'split',
  join: 'merge',
}

export type OutlineExit = { edge: EdgeId; to: NodeId; kind: 'next' | 'back' | 'end'; words: string }
type Props = {
  id: NodeId
  number: number | null
  icon: IconName
  name: string
  menuName: string
  lane: string
  worst: Severity | null
  worstWords: string
  /** `OutlineExit`s as JSON. */
  exits: string
}

/** Pressed with Enter or the space bar: a step pressed twice so, and a line at once, leads on into its details. */
const byKey = (event: MouseEvent): boolean => event.detail === 0

export const OutlineRow = memo(function OutlineRow({ id, number, icon, name, menuName, lane, worst, worstWords, exits }: Props) {
  const t = useT()
  const { store, readOnly } = useWorld()
  const first = useBuilder((state) => state.selection?.kind === 'node' && state.selection.id === id)
  const chosen = useBuilder((state) => state.chosen.includes(id))
  const element = useRef<HTMLButtonElement>(null)
  const { open, onContextMenu, onKeyDown } = useRowMenu(id)
  useEffect(() => {
    if (first) element.current?.scrollIntoView({ block: 'nearest' })
  }, [first])
  const press = (event: MouseEvent) => {
    const { chosen: before, choose, select, history } = store.getState()
    const several = chosenBy(event, id, before, walkOrder(history.present))
    if (several) choose(several, { focus: true })
    else select({ kind: 'node', id }, { focus: true, details: first && byKey(event) })
  }
  const ways: OutlineExit[] = exits === '' ? [] : JSON.parse(exits)
  return (
    <li className={classNames('outline__row', chosen && 'outline__row--selected')} onContextMenu={onContextMenu}>
      <button
        ref={element}
        type="button"
        className="outline__step"
        aria-current={first || undefined}
        onKeyDown={onKeyDown}
        onClick={press}
      >
        <span className={classNames('outline__number', number === null && 'outline__number--capsule')} aria-hidden="true">
          {number ?? <Icon name={icon} small />}
        </span>
        <span className="outline__text">
          <span className="outline__name">
            {number !== null && <span className="visually-hidden">{`${number}. `}</span>}
            {name}
          </span>
          <span className="outline__lane">{lane}</span>
          <WhoIsHere step={id} />
          {chosen && !first && <span className="visually-hidden">{t('builder.outline.chosen')}</span>}
        </span>
        <PlayMark node={id} />
        {worst && <SeverityMark severity={worst} words={worstWords} />}
      </button>
      <CommentCount kind="node" id={id} />
      {!readOnly && (
        <IconButton
          icon="more"
          aria-haspopup="menu"
          label={t('builder.outline.menu', { name: menuName })}
          onClick={(event) => open(event.currentTarget)}
        />
      )}
      {ways.length > 0 && (
        <ul className="outline__exits">
          {ways.map((way) => (
            <Way key={`${way.edge} ${way.to}`} way={way} />
          ))}
        </ul>
      )}
    </li>
  )
})

function Way({ way: { edge, kind, words } }: { way: OutlineExit }) {
  const { store } = useWorld()
  const openMenu = useMenu()
  const menu = (element: Element) => {
    store.getState().select({ kind: 'edge', id: edge })
    openMenu({ kind: 'edge', id: edge }, element.getBoundingClientRect())
  }
  return (
    <li>
      <button
        type="button"
        className="outline__exit"
        data-kind={kind}
        onClick={(event) => store.getState().select({ kind: 'edge', id: edge }, { details: byKey(event) })}
        onKeyDown={(event) => {
          if (!isMenuKey(event)) return
          event.preventDefault()
          menu(event.currentTarget)
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          event.stopPropagation()
          menu(event.currentTarget)
        }}
      >
        <Icon name={kind === 'back' ? 'undo' : kind === 'end' ? 'flag' : 'arrow-right'} small />
        {words}
      </button>
    </li>
  )
}

/** The menu key, or Shift with F10. */
export const isMenuKey = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey)

/** The menu of a step; of all that are chosen, if the step is one of them. */
function useRowMenu(id: NodeId) {
  const { store } = useWorld()
  const openMenu = useMenu()
  const open = (element: Element) => {
    const { chosen } = store.getState()
    openMenu({ kind: 'steps', ids: chosen.includes(id) ? chosen : [id] }, element.getBoundingClientRect())
  }
  const chooseAndOpen = (element: Element) => {
    const { chosen, select } = store.getState()
    if (!chosen.includes(id)) select({ kind: 'node', id })
    open(element)
  }
  return {
    open,
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault()
      chooseAndOpen(event.currentTarget.querySelector('.outline__step') ?? event.currentTarget)
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!isMenuKey(event)) return
      event.preventDefault()
      chooseAndOpen(event.currentTarget)
    },
  }
}
