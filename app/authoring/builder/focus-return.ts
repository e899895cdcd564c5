import { useMemo, useRef } from 'react'

/** The step that is selected, in the list; else the canvas. */
export function focusOutline(): void {
  const back =
    document.querySelector<HTMLElement>('.outline [aria-current="true"]') ?? document.querySelector<HTMLElement>('.canvas')
  back?.focus()
}

/** For dialogs that keys and menus open: the focus goes back to where it was, unless what was chosen there took it. */
export function useFocusReturn() {
  const from = useRef<Element | null>(null)
  return useMemo(
    () => ({
      onOpenAutoFocus: () => {
        from.current = document.activeElement
      },
      onCloseAutoFocus: (event: Event) => {
        event.preventDefault()
        if (document.activeElement !== null && document.activeElement !== document.body) return
        const { current } = from
        if (current instanceof HTMLElement && current.isConnected && current !== document.body) current.focus()
        else focusOutline()
      },
    }),
    [],
  )
}
