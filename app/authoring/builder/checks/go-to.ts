import { useCallback } from 'react'
import type { Finding } from '#engine'
import { useWorld } from '../context.tsx'
import { useBeside } from './context.ts'
import { placeOf } from './place.ts'

/** Leads to where a finding is mended. Another page is come to with the draft saved. */
export function useGoTo(): (finding: Finding) => void {
  const { store } = useWorld()
  const { leave } = useBeside()
  return useCallback(
    (finding) => {
      const { history, select, show } = store.getState()
      const place = placeOf(finding, history.present)
      switch (place.kind) {
        case 'page':
          return leave(place.path)
        case 'steps':
          show({ side: 'outline' })
          // The list of steps has to be there before it can take the focus.
          requestAnimationFrame(() => document.querySelector<HTMLElement>('.outline button')?.focus())
          return
        case 'details':
          select(place.selection, { focus: true, tab: place.tab })
          document.getElementById('inspector')?.focus()
      }
    },
    [store, leave],
  )
}
