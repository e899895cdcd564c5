import { Popover } from 'radix-ui'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { EdgeId } from '#engine'
import { useNewWords, useWorld } from './context.tsx'
import { insertable, kindIcon } from './kinds.ts'
import { type NewKind, planOnEdge } from './steps.ts'

type Insert = { open(edge: EdgeId, at: DOMRect): void; select(edge: EdgeId): void; readOnly: boolean }
const InsertContext = createContext<Insert>({ open: () => undefined, select: () => undefined, readOnly: true })
export const useInsert = (): Insert => useContext(InsertContext)

/** The choice that opens at the "+" of an edge; one for the whole canvas, since there may be hundreds of edges. */
export function InsertProvider({ children }: { children: ReactNode }) {
  const t = useT()
  const words = useNewWords()
  const { store, readOnly } = useWorld()
  const [asked, setAsked] = useState<{ edge: EdgeId; at: DOMRect } | null>(null)
  const value = useMemo<Insert>(
    () => ({
      open: (edge, at) => setAsked({ edge, at }),
      select: (id) => store.getState().select({ kind: 'edge', id }),
      readOnly,
    }),
    [store, readOnly],
  )
  const choose = (kind: NewKind) => {
    const plan = asked && planOnEdge(store.getState().history.present, asked.edge, kind, words)
    setAsked(null)
    if (plan) store.getState().edit(plan.edits, { select: plan.select, name: true })
  }
  return (
    <InsertContext.Provider value={value}>
      {children}
      <Popover.Root open={asked !== null} onOpenChange={(open) => open || setAsked(null)}>
        <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => asked?.at ?? new DOMRect() } }} />
        <Popover.Portal>
          <Popover.Content
            className="menu insert-menu"
            side="right"
            sideOffset={8}
            collisionPadding={8}
            aria-label={t('builder.edge.insert')}
          >
            <p className="menu__heading">{t('builder.edge.insert')}</p>
            {insertable
              .filter((kind) => kind !== 'call' || words.standard !== null)
              .map((kind) => (
                <button key={kind} type="button" className="menu__item" onClick={() => choose(kind)}>
                  <Icon name={kindIcon[kind]} />
                  <span className="menu__label">{t(`builder.kind.${kind}`)}</span>
                </button>
              ))}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </InsertContext.Provider>
  )
}
