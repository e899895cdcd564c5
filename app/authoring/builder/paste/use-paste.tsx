import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Clipboard } from '#engine'
import { useWorld } from '../context.tsx'
import { PasteDialog } from './paste-dialog.tsx'

/** A paste that waits to be looked at; without a clipboard it still waits for one. */
export type Waiting = { clipboard: Clipboard | null } | null

/** Takes what is pasted anywhere in the view, unless it is typed somewhere; `intoCell` says whether a cell took it. */
export function usePaste(intoCell?: (clipboard: Clipboard) => boolean): { open(): void; dialog: ReactNode } {
  const { readOnly } = useWorld()
  const [waiting, setWaiting] = useState<Waiting>(null)
  const cell = useRef(intoCell)
  cell.current = intoCell
  useEffect(() => {
    if (readOnly) return
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      if (clipboardData === null || isWrittenIn(target) || document.querySelector('[role="dialog"], [role="menu"]')) return
      const clipboard = clipboardOf(clipboardData)
      if (clipboard.text === '' && clipboard.html === '') return
      event.preventDefault()
      if (!cell.current?.(clipboard)) setWaiting({ clipboard })
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [readOnly])
  const dialog = waiting && <PasteDialog clipboard={waiting.clipboard} onClose={() => setWaiting(null)} />
  return { open: () => setWaiting({ clipboard: null }), dialog }
}

export const clipboardOf = (data: DataTransfer): Clipboard => ({
  html: data.getData('text/html'),
  text: data.getData('text/plain'),
})

const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
