import { useEffect } from 'react'

export type Shortcuts = Record<
  'save' | 'undo' | 'redo' | 'commands' | 'remove' | 'addStep' | 'duplicate' | 'find' | 'selectAll' | 'tryIt',
  () => void
>

/** Keys of the whole editor. Those without Ctrl stay out of the way of typing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = chosen(event)
      if (act === null) return
      event.preventDefault()
      act()
    }
    const chosen = (event: KeyboardEvent): (() => void) | null => {
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        if (key === 's') return shortcuts.save
        if (key === 'k') return shortcuts.commands
        if (key === 'f' && !event.shiftKey && !isAsked()) return shortcuts.find
        if (isTyping(event.target)) return null
        if (key === 'z') return event.shiftKey ? shortcuts.redo : shortcuts.undo
        if (key === 'y') return shortcuts.redo
        if (isAsked()) return null
        if (key === 'd') return shortcuts.duplicate
        return key === 'a' ? shortcuts.selectAll : null
      }
      if (isTyping(event.target) || event.altKey || isAsked()) return null
      if (key === 'delete' || key === 'backspace') return shortcuts.remove
      if (key === 't') return shortcuts.tryIt
      return key === 'n' ? shortcuts.addStep : null
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [shortcuts])
}

/** Something stands over the draft and has the keys. */
const isAsked = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
