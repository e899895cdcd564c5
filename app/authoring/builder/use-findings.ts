import { useEffect, useRef, useState } from 'react'
import type { Definition, RuleContext } from '#engine'
import { type Checked, type CheckWorker, createChecker } from './checks/checker.ts'

const idleMs = 250

const startWorker = () =>
  new Worker(new URL('./checks/check.worker.ts', import.meta.url), { type: 'module', name: 'checks' }) as CheckWorker

/** What the rules find of the draft, a moment after the last change; null until they were asked for the first time. */
export function useFindings(definition: Definition, context: RuleContext, readOnly: boolean): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null)
  const checker = useRef<ReturnType<typeof createChecker> | null>(null)
  useEffect(() => {
    const made = createChecker({ start: startWorker, tell: setChecked, mend: !readOnly })
    checker.current = made
    return () => {
      made.close()
      checker.current = null
    }
  }, [readOnly])
  const begun = useRef(false)
  useEffect(() => {
    const timer = setTimeout(() => checker.current?.ask(definition, context), begun.current ? idleMs : 0)
    begun.current = true
    return () => clearTimeout(timer)
  }, [definition, context])
  return checked
}
