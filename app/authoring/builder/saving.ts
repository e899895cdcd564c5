import { type Definition, parseDefinition } from '#engine'

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
