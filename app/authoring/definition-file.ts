import { limits } from '#app/limits.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { SentForm } from '#app/sent-file.server.ts'
import { type Definition, parseDefinition } from '#engine'

/** The standard in a file that somebody chose, such as a copy that the builder gave to keep; undefined where none was chosen. */
export function definitionIn(file: SentForm['file']): Result<Definition | undefined> {
  if (file === 'none') return ok(undefined)
  if (file === 'too-large' || file.bytes.byteLength > limits.body.definition) return wrong('definition-too-large')
  const raw = jsonOf(file.bytes)
  if (raw === undefined) return wrong('definition-not-json')
  const parsed = parseDefinition(raw)
  if (parsed.ok) return ok(parsed.definition)
  const [first] = parsed.errors
  if (first?.code === 'schema-version-newer') return wrong('definition-newer')
  return wrong('definition-wrong', { place: first?.path || 'schemaVersion' })
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const wrong = (code: string, params?: { place: string }) =>
  refuse({ code: 'invalid', errors: [{ path: 'file', code, ...(params && { params }) }] })
