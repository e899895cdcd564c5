import { DropdownMenu as Radix } from 'radix-ui'
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { MenuEntries } from '#app/ui/menu.tsx'
import type { Target } from '../commands.ts'
import { useDesk } from '../desk.tsx'
import { focusOutline } from '../focus-return.ts'
import { menuFor } from '../menus.ts'
import { nodeName } from '../names.ts'

type Place = { x: number; y: number; width?: number; height?: number }
type OpenMenu = (target: Target, at: Place) => void
const MenuContext = createContext<OpenMenu>(() => undefined)

/** Opens the menu of a thing beside a button, or where the pointer is. */
export const useMenu = (): OpenMenu => useContext(MenuContext)

/** One menu for the canvas, the outline and the inspector, since there may be hundreds of things with one. */
export function MenuProvider({ children }: { children: ReactNode }) {
  const t = useT()
  const desk = useDesk()
  const [asked, setAsked] = useState<{ target: Target; at: Place } | null>(null)
  const from = useRef<Element | null>(null)
  const open = useMemo<OpenMenu>(
    () => (target, at) => {
      from.current = document.activeElement
      setAsked({ target, at })
    },
    [],
  )
  const entries = useMemo(() => (asked ? menuFor(desk(), asked.target) : []), [asked, desk])
  const back = (event: Event) => {
    event.preventDefault()
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const { current } = from
    if (current instanceof HTMLElement && current.isConnected && current !== document.body) current.focus()
    else focusOutline()
  }
  return (
    <MenuContext.Provider value={open}>
      {children}
      <Radix.Root modal={false} open={asked !== null} onOpenChange={(isOpen) => isOpen || setAsked(null)}>
        <Radix.Trigger asChild>
          <span
            aria-hidden="true"
            className="menu-anchor"
            style={{ left: asked?.at.x, top: asked?.at.y, width: asked?.at.width, height: asked?.at.height }}
          />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            className="menu menu--close"
            align="start"
            sideOffset={4}
            collisionPadding={8}
            aria-label={asked ? nameOf(asked.target) : undefined}
            aria-labelledby={undefined}
            onCloseAutoFocus={back}
          >
            <MenuEntries entries={entries} />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </MenuContext.Provider>
  )

  function nameOf(target: Target): string {
    const { definition } = desk()
    if (target === null) return t('builder.menu.pane')
    if (target.kind === 'edge') return t('builder.menu.edge')
    if (target.kind === 'lane') {
      return t('builder.menu.lane', { name: definition.flow.lanes.find(({ id }) => id === target.id)?.name ?? '' })
    }
    const node = definition.flow.nodes.find(({ id }) => id === target.ids[0])
    if (target.ids.length > 1) return t('builder.menu.several', { count: target.ids.length })
    return node ? t('builder.outline.menu', { name: nodeName(node, t) }) : t('builder.menu.step')
  }
}
