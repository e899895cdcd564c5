import { useCallback, useEffect, useRef } from 'react'
import { type Definition, parseDefinition } from '#engine'
import { forget, remember } from './remember.ts'
import type { BuilderStore } from './store.ts'

const idleMs = 3000

export type SaveAnswer =
  | { ok: true; revision: number }
  | { ok: false; code: 'conflict'; number: number; revision: number; name: string; definition: Definition }
  | { ok: false; code: 'network' | 'refused' | 'signed-out' | 'copies-full' }

/** Sends the draft with the version and revision it was made from. `intent: 'copy'` keeps it beside the draft instead. */
export async function sendDraft(
  address: string,
  body: { intent: 'save' | 'copy'; number: number; revision: number; definition: Definition; copy?: string },
): Promise<SaveAnswer & { copy?: string }> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.status === 401) return { ok: false, code: 'signed-out' }
    const answer: unknown = await response.json().catch(() => null)
    if (typeof answer !== 'object' || answer === null) return { ok: false, code: 'network' }
    if (response.ok && 'revision' in answer && typeof answer.revision === 'number') {
      return {
        ok: true,
        revision: answer.revision,
        ...('copy' in answer && typeof answer.copy === 'string' ? { copy: answer.copy } : {}),
      }
    }
    if (response.status === 409 && 'definition' in answer && 'number' in answer && 'revision' in answer && 'name' in answer) {
      const parsed = parseDefinition(answer.definition)
      if (parsed.ok)
        return {
          ok: false,
          code: 'conflict',
          number: Number(answer.number),
          revision: Number(answer.revision),
          name: String(answer.name),
          definition: parsed.definition,
        }
    }
    if ('what' in answer && answer.what === 'too-many-copies') return { ok: false, code: 'copies-full' }
    return { ok: false, code: response.status >= 500 ? 'network' : 'refused' }
  } catch {
    return { ok: false, code: 'network' }
  }
}

/** Saves on demand and after a pause; keeps what is not saved in this browser, and warns before it is left. */
export function useSaving(
  store: BuilderStore,
  { address, place, readOnly }: { address: string; place: string; readOnly: boolean },
) {
  const busy = useRef(false)
  const save = useCallback(async () => {
    const { history, server, save: state, setSave, saved } = store.getState()
    const definition = history.present
    if (readOnly || busy.current || state.kind === 'conflict' || definition === server.definition) return
    busy.current = true
    setSave({ kind: 'saving' })
    const answer = await sendDraft(address, {
      intent: server.copy === null ? 'save' : 'copy',
      number: server.number,
      revision: server.revision,
      definition,
      ...(server.copy ? { copy: server.copy } : {}),
    })
    busy.current = false
    if (answer.ok) {
      saved({ ...server, revision: answer.revision, definition }, Date.now())
      if (store.getState().history.present === definition) forget(place)
    } else if (answer.code === 'conflict') {
      const { number, revision, name, definition: theirs } = answer
      setSave({ kind: 'conflict', theirs: { number, revision, name, definition: theirs } })
    } else setSave({ kind: 'failed', why: answer.code })
  }, [store, address, place, readOnly])

  useEffect(() => {
    if (readOnly) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe((state, before) => {
      if (state.history.present === before.history.present) return
      clearTimeout(timer)
      if (state.history.present === state.server.definition) return forget(place)
      remember(place, { revision: state.server.revision, at: Date.now(), definition: state.history.present })
      timer = setTimeout(() => void save(), idleMs)
    })
    const leave = (event: BeforeUnloadEvent) => {
      const { history, server } = store.getState()
      if (history.present !== server.definition) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      stop()
      clearTimeout(timer)
      window.removeEventListener('beforeunload', leave)
    }
  }, [store, save, place, readOnly])
  return save
}
