import type { Finding, FixName, RuleContext } from '#engine'
import type { Definition } from '#engine/definition/schema.ts'
import { checkRun } from './check-run.ts'
import type { Answered, Asked } from './messages.ts'
import { createTurns } from './turns.ts'

/** What is known of a draft. */
export type Checked = {
  definition: Definition
  findings: readonly Finding[]
  /** By the key of a finding, the certain ways to mend it; they come a moment after the findings. */
  fixes: ReadonlyMap<string, readonly FixName[]>
}

/** As much of a worker as is needed of one. */
export type CheckWorker = {
  postMessage(asked: Asked): void
  terminate(): void
  onmessage: ((event: { data: Answered }) => void) | null
  onerror: ((event: { preventDefault(): void }) => void) | null
  onmessageerror: (() => void) | null
}

type Draft = { definition: Definition; context: RuleContext }
type Options = {
  start: () => CheckWorker
  tell: (checked: Checked) => void
  /** Whether mends are looked for: nobody mends what may only be read. */
  mend: boolean
  later?: (go: () => void) => void
}

/**
 * Checks drafts in a worker, so that the page goes on; of several the newest alone is told. Where the worker does not come or
 * breaks, the page checks by itself, a bit at a time, and nobody need know.
 */
export function createChecker({ start, tell, mend, later }: Options) {
  let turn = 0
  let asked: Draft | null = null
  let told: Checked | null = null
  let sent: RuleContext | null = null
  let worker: CheckWorker | null = null
  const here = createTurns<Answered>(answer, later)

  function answer(said: Answered): void {
    if (said.turn !== turn || asked === null) return
    if (said.kind === 'findings') told = { definition: asked.definition, findings: said.findings, fixes: new Map() }
    else if (told) told = { ...told, fixes: new Map(said.fixes) }
    if (told) tell(told)
  }

  function checkHere(): void {
    if (asked) here.begin(checkRun({ turn, mend, ...asked }))
  }

  function send(to: CheckWorker, { definition, context }: Draft): void {
    try {
      to.postMessage({ turn, definition, context: sent === context ? null : context, mend })
      sent = context
    } catch {
      fallBack()
    }
  }

  function fallBack(): void {
    worker?.terminate()
    worker = null
    checkHere()
  }

  try {
    worker = start()
    worker.onmessage = ({ data }) => answer(data)
    worker.onmessageerror = fallBack
    worker.onerror = (event) => {
      event.preventDefault()
      fallBack()
    }
  } catch {
    worker = null
  }

  return {
    ask(definition: Definition, context: RuleContext): void {
      turn += 1
      asked = { definition, context }
      if (worker === null) checkHere()
      else send(worker, asked)
    },
    close(): void {
      turn += 1
      asked = null
      worker?.terminate()
      here.stop()
    },
  }
}
