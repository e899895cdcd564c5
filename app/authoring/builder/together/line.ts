import { applyPartChanges, type Definition, type PartChange, partChangesBetween } from '#engine'
import { sendDraft } from '../saving.ts'
import type { BuilderStore } from '../store.ts'
import { decidable, fold } from './fold.ts'
import { keep, letGo, newUuid, recall } from './keeping.ts'
import { type Answer, exchange, type Heard } from './server-answer.ts'

export type LineOf = {
  address: string
  /** Where whole copies go. */
  copies: string
  place: string
  person: string
  window: string
  readOnly: boolean
}
/** Milliseconds. `alone` is how often is asked while nobody else has the draft open. */
const times = {
  pause: 1000,
  longestPause: 4000,
  /** How long a window may be left alone before it rests. */
  resting: 600_000,
  step: 200,
  together: 2000,
  alone: 5000,
  signedOut: 5000,
  first: 1000,
  longest: 30_000,
  closed: 20_000,
}

type Sending = { id: string; changes: readonly PartChange[]; draft: Definition }

/**
 * The line between this window and the server: sends what its author changed after a short pause, hears what colleagues did,
 * keeps both in step, and keeps what is not sent in this browser meanwhile. Rests while the window is hidden or left alone.
 */
export function openLine(store: BuilderStore, { address, copies, place, person, window: name, readOnly }: LineOf) {
  let sending: Sending | null = null
  let talking: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let open = true
  let whole = false
  let edited = 0
  let firstUnsent = 0
  let active = Date.now()

  const draft = () => store.getState().history.present
  const unsent = () => !readOnly && (sending !== null || draft() !== store.getState().server.definition)

  function after(ms: number): void {
    clearTimeout(timer)
    if (open) timer = setTimeout(() => void talk(), ms)
  }
  function next(): number | null {
    if (failures > 0) return Math.min(times.first * 2 ** (failures - 1), times.longest)
    const { save, others, server } = store.getState()
    if (save.kind === 'conflict') return null
    if (save.kind === 'failed' && save.why === 'refused') return null
    if (save.kind === 'failed') return times.signedOut
    if (unsent()) return Math.max(0, Math.min(edited + times.pause, firstUnsent + times.longestPause) - Date.now())
    if (document.hidden || server.copy !== null || Date.now() - active > times.resting) return null
    return others.length > 0 ? times.together : times.alone
  }
  function plan(): void {
    const ms = next()
    if (ms === null) clearTimeout(timer)
    else after(ms)
  }

  function write(): void {
    if (readOnly) return
    const { server, clashes } = store.getState()
    const rest = server.copy !== null ? [] : partChangesBetween(sending?.draft ?? server.definition, draft())
    if (sending === null && rest.length === 0 && clashes.length === 0) {
      letGo(person, place, name)
      return
    }
    const sent = sending && { id: sending.id, changes: [...sending.changes] }
    const held = keep(person, place, name, { at: Date.now(), sending: sent, rest, clashes })
    if (store.getState().held !== held) store.setState({ held })
  }

  /** Says and hears once; what is asked for meanwhile waits for the answer that is on its way. */
  function talk(): Promise<void> {
    talking ??= once().finally(() => {
      talking = null
      if (open) plan()
    })
    return talking
  }

  async function once(): Promise<void> {
    const { server, selection, save } = store.getState()
    if (save.kind === 'conflict') return
    if (server.copy !== null) return sendCopy(server.copy)
    if (unsent() && sending === null) {
      const changes = partChangesBetween(server.definition, draft())
      if (changes.length === 0) {
        store.getState().saved({ ...server, definition: draft() }, Date.now())
        return
      }
      sending = { id: newUuid(), changes, draft: draft() }
      firstUnsent = Date.now()
      write()
    }
    if (sending) store.getState().setSave({ kind: 'saving' })
    const answer = await exchange(address, {
      number: server.number,
      revision: whole ? 0 : server.revision,
      person,
      window: { id: name, step: readOnly || document.hidden || selection?.kind !== 'node' ? null : selection.id },
      ...(sending ? { batch: { id: sending.id, changes: sending.changes } } : {}),
    })
    if (answer.ok) take(answer.heard)
    else refuse(answer)
  }

  function take(heard: Heard): void {
    failures = 0
    const { server, history, absorb, hear } = store.getState()
    const folded = fold({ server: server.definition, present: history.present }, sending, heard, person)
    hear(heard.present, heard.status)
    whole = folded === null
    if (folded === null) {
      failures = 1
      return
    }
    sending = null
    absorb(folded, heard.revision)
    write()
  }

  function refuse(answer: Exclude<Answer, { ok: true }>): void {
    const { setSave } = store.getState()
    if (answer.why === 'superseded') {
      sending = null
      setSave({ kind: 'conflict', theirs: answer.theirs })
      return
    }
    if (answer.why === 'network') failures += 1
    if (answer.why === 'refused') sending = null
    const why = answer.why === 'gone' ? 'refused' : answer.why
    if (unsent() || why === 'signed-out' || why === 'network') setSave({ kind: 'failed', why })
    write()
  }

  async function sendCopy(copy: string): Promise<void> {
    const { server, setSave, saved } = store.getState()
    const definition = draft()
    if (definition === server.definition) return
    setSave({ kind: 'saving' })
    const { number, revision } = server
    const answer = await sendDraft(copies, { intent: 'copy', number, revision, definition, copy })
    if (answer.ok) {
      saved({ ...server, definition }, Date.now())
      return
    }
    if (answer.code === 'network') failures += 1
    setSave({ kind: 'failed', why: answer.code === 'conflict' ? 'refused' : answer.code })
  }

  /** Goes on with what windows of this person left behind. */
  function resume(): void {
    const left = readOnly ? [] : recall(person, place, name, Date.now() - times.closed)
    for (const kept of left) {
      const { history, server, replace } = store.getState()
      const sent = applyPartChanges(history.present, kept.sending?.changes ?? [])
      const made = applyPartChanges(sent.definition, kept.rest)
      if (kept.sending && sending === null && history.present === server.definition) {
        sending = { ...kept.sending, draft: sent.definition }
      }
      // What was on its way is answered for by the server, which knows whether it came.
      const lost = sending ? made.clashes : [...sent.clashes, ...made.clashes]
      const clashes = lost.map((clash) => ({ ...clash, id: newUuid(), name: '', back: [] }))
      if (made.definition !== history.present) replace(made.definition)
      store.setState((state) => ({ clashes: decidable([...state.clashes, ...kept.clashes, ...clashes]), resumed: kept.at }))
      if (kept.window !== name) letGo(person, place, kept.window)
    }
    if (left.length > 0) write()
  }

  const stop = store.subscribe((state, before) => {
    const wrote = state.history.present !== before.history.present && state.server === before.server
    if (wrote) {
      edited = Date.now()
      if (before.history.present === before.server.definition) firstUnsent = edited
      failures = Math.min(failures, 1)
    }
    if (wrote || state.clashes !== before.clashes) write()
    if (talking !== null) return
    if (state.selection !== before.selection && state.others.length > 0 && !unsent()) after(times.step)
    else if (wrote || state.save.kind !== before.save.kind) plan()
  })
  const wake = () => {
    if (document.hidden) return
    failures = 0
    after(0)
  }
  /** A window that nobody works at rests, so that it neither asks for ever nor keeps its session from ending. */
  const stir = () => {
    const rested = Date.now() - active > times.resting
    active = Date.now()
    if (rested) wake()
  }
  const leave = (event: BeforeUnloadEvent) => {
    if (unsent() && !store.getState().held) event.preventDefault()
  }
  const gone = () => {
    const { server } = store.getState()
    const said = { number: server.number, revision: server.revision, person, window: { id: name, step: null } }
    void exchange(address, { ...said, window: { ...said.window, leaving: true } })
  }
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', wake)
  window.addEventListener('focus', wake)
  window.addEventListener('beforeunload', leave)
  window.addEventListener('pagehide', gone)
  for (const sign of ['pointerdown', 'keydown']) window.addEventListener(sign, stir)
  resume()
  after(0)

  return {
    /** Sends now what is not sent yet, and waits for the answer. */
    async save(): Promise<void> {
      if (talking) await talking
      edited = 0
      failures = 0
      await talk()
    },
    close(): void {
      open = false
      clearTimeout(timer)
      stop()
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('online', wake)
      window.removeEventListener('focus', wake)
      window.removeEventListener('beforeunload', leave)
      window.removeEventListener('pagehide', gone)
      for (const sign of ['pointerdown', 'keydown']) window.removeEventListener(sign, stir)
    },
  }
}
