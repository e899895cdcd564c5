import { useReactFlow } from '@xyflow/react'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { useActions } from './actions.ts'
import { useWalk } from './checks/walk.ts'
import { type CommandDesk, type Outlook, targetOf } from './commands.ts'
import { useWorld } from './context.tsx'
import { useClipboard } from './moves/use-clipboard.ts'

const OutlookContext = createContext<Outlook | null>(null)

/** Gives every menu below it what commands steer beside the draft: saving, the clipboard, what of the drawing is in sight. */
export function OutlookProvider({ save, children }: { save(): void; children: ReactNode }) {
  const { store } = useWorld()
  const flow = useReactFlow()
  const clipboard = useClipboard()
  const walk = useWalk()
  const outlook = useMemo<Outlook>(() => {
    const showAll = (ids?: readonly string[]) =>
      void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 200, ...(ids ? { nodes: ids.map((id) => ({ id })) } : {}) })
    return {
      save,
      walk,
      ...clipboard,
      fit: () => showAll(),
      fitChosen: () => {
        const { selection, chosen, history } = store.getState()
        const edge = selection?.kind === 'edge' ? history.present.flow.edges.find(({ id }) => id === selection.id) : undefined
        showAll(edge ? [edge.from, edge.to] : chosen.length > 0 ? chosen : undefined)
      },
    }
  }, [save, clipboard, walk, flow, store])
  return <OutlookContext.Provider value={outlook}>{children}</OutlookContext.Provider>
}

/** What commands are made of, with the draft as it is when they are asked for. */
export function useDesk(): () => CommandDesk {
  const t = useT()
  const acts = useActions()
  const outlook = useContext(OutlookContext)
  const { store, standards, readOnly, home } = useWorld()
  if (outlook === null) throw new Error('useDesk: outside the workbench')
  return useCallback(
    () => ({
      ...{ t, acts, outlook, store, readOnly },
      definition: store.getState().history.present,
      callable: standards.length > 0,
      home: `/susun/${home.agency}/${home.slug}`,
    }),
    [t, acts, outlook, store, standards, readOnly, home],
  )
}

/** What is selected, as menus take it. */
export function useChosenTarget() {
  const { store } = useWorld()
  return useCallback(() => {
    const { selection, chosen } = store.getState()
    return targetOf(selection, chosen)
  }, [store])
}
