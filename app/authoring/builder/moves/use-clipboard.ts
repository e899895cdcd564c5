import { useEffect, useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { NodeId } from '#engine'
import { useActions } from '../actions.ts'
import { useWorld } from '../context.tsx'
import { isTyping } from '../shortcuts.ts'
import { readClip, writeClip } from './clip.ts'
import { lastClip, rememberClip } from './remember-clip.ts'

/** Copies steps as text by the browser's own clipboard, and takes such text back, by keys as well as by menu. */
export function useClipboard() {
  const t = useT()
  const acts = useActions()
  const { store, readOnly } = useWorld()
  const clipboard = useMemo(() => {
    const write = (ids: readonly NodeId[], put: (text: string) => void) => {
      const clip = acts.clip(ids)
      if (clip === null) return false
      const text = writeClip(clip)
      rememberClip(text)
      put(text)
      store.getState().say(t('builder.copied', { count: clip.nodes.length }))
      return true
    }
    const take = (text: string) => {
      if (readOnly) return
      const read = readClip(text)
      if (read.ok) acts.paste(read.clip)
      else store.getState().say(t(`builder.clip.${read.why}`))
    }
    const copy = (ids: readonly NodeId[]) =>
      void write(ids, (text) => {
        // Where the browser keeps its clipboard to itself, other tabs still find the copy where it was remembered.
        navigator.clipboard?.writeText(text).catch(() => undefined)
      })
    return {
      write,
      take,
      copy,
      cut: (ids: readonly NodeId[]) => {
        copy(ids)
        acts.removeSteps(ids)
      },
      paste: () => void clipboardText().then(take),
    }
  }, [acts, store, t, readOnly])
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const { chosen } = store.getState()
      if (isElsewhere(event) || chosen.length === 0 || (event.type === 'cut' && readOnly)) return
      if (!clipboard.write(chosen, (text) => event.clipboardData?.setData('text/plain', text))) return
      event.preventDefault()
      if (event.type === 'cut') acts.removeSteps(chosen)
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const read = readClip(text)
      if (isElsewhere(event) || readOnly || (!read.ok && read.why === 'nothing')) return
      event.preventDefault()
      clipboard.take(text)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [acts, clipboard, store, readOnly])
  return clipboard
}

/** In a field, a dialog or a marked text, copying and pasting mean the text. */
function isElsewhere(event: ClipboardEvent): boolean {
  return (
    event.defaultPrevented ||
    isTyping(event.target) ||
    document.querySelector('[role="dialog"]') !== null ||
    (event.type !== 'paste' && document.getSelection()?.isCollapsed === false)
  )
}

/** What the browser gives away of its clipboard, else what was copied last in any tab. */
async function clipboardText(): Promise<string> {
  try {
    const text = await navigator.clipboard.readText()
    if (readClip(text).ok) return text
  } catch {
    // Not asked for, or not allowed: then what is remembered serves.
  }
  return lastClip()
}
