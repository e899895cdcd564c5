import { useEffect } from 'react'

export type Shortcuts = {
  save(): void
  undo(): void
  redo(): void
  commands(): void
  remove(): void
  addStep(): void
  tryIt(): void
}

/** Keys of the whole editor. Those without Ctrl stay out of the way of typing. */
export function useShortcuts({ save, undo, redo, commands, remove, addStep, tryIt }: Shortcuts): void {
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
        if (key === 's') return save
        if (key === 'k') return commands
        if (isTyping(event.target)) return null
        if (key === 'z') return event.shiftKey ? redo : undo
        return key === 'y' ? redo : null
      }
      if (isTyping(event.target) || event.altKey || document.querySelector('[role="dialog"], [role="menu"]')) return null
      if (key === 'delete' || key === 'backspace') return remove
      if (key === 't') return tryIt
      return key === 'n' ? addStep : null
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [save, undo, redo, commands, remove, addStep, tryIt])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
