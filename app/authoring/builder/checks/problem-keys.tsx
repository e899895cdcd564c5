import { useEffect } from 'react'
import { useWalk } from './walk.ts'

/** F8 leads to the next finding and Shift F8 to the one before, also while something is typed. */
export function ProblemKeys() {
  const walk = useWalk()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      walk(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [walk])
  return null
}
