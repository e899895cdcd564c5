import { Popover } from 'radix-ui'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { EdgeId } from '#engine'
import { useNewWords, useWorld } from './context.tsx'
import { insertable, kindIcon } from './kinds.ts'
import { type Exit, planFromExit } from './moves/plan-exit.ts'
import { type NewKind, planOnEdge } from './steps.ts'

type Where = { edge: EdgeId } | { exit: Exit }
type Insert = {
  open(edge: EdgeId, at: DOMRect): void
  openExit(exit: Exit, at: DOMRect): void
  select(edge: EdgeId): void
  readOnly: boolean
}
const none = () => undefined
const InsertContext = createContext<Insert>({ open: none, openExit: none, select: none, readOnly: true })
export const useInsert = (): Insert => useContext(InsertContext)

/** The choice that opens at the "+" of a way or an exit; one for the whole canvas, since there may be hundreds of ways. */
export function InsertProvider({ children }: { children: ReactNode }) {
  const t = useT()
  const words = useNewWords()
  const { store, readOnly } = useWorld()
  const [asked, setAsked] = useState<{ where: Where; at: DOMRect } | null>(null)
  const value = useMemo<Insert>(
    () => ({
      open: (edge, at) => setAsked({ where: { edge }, at }),
      openExit: (exit, at) => setAsked({ where: { exit }, at }),
      select: (id) => store.getState().select({ kind: 'edge', id }),
      readOnly,
    }),
    [store, readOnly],
  )
  const choose = (kind: NewKind) => {
    const draft = store.getState().history.present
    const where = asked?.where
    setAsked(null)
    if (where === undefined) return
    const plan = 'edge' in where ? planOnEdge(draft, where.edge, kind, words) : planFromExit(draft, where.exit, kind, words)
    if (plan) store.getState().edit(plan.edits, { select: plan.select, name: true })
  }
  const title = asked && 'exit' in asked.where ? t('builder.exit.add') : t('builder.edge.insert')
  const kinds: readonly NewKind[] = asked && 'exit' in asked.where ? [...insertable, 'end'] : insertable
  return (
    <InsertContext.Provider value={value}>
      {children}
      <Popover.Root open={asked !== null} onOpenChange={(open) => open || setAsked(null)}>
        <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => asked?.at ?? new DOMRect() } }} />
        <Popover.Portal>
          <Popover.Content className="menu insert-menu" side="right" sideOffset={8} collisionPadding={8} aria-label={title}>
            <p className="menu__heading">{title}</p>
            {kinds
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
