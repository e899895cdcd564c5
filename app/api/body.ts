import { ok, type Result, refuse } from '#app/result.ts'
import { readWithin } from '#app/server/body-limit.ts'
import type { WrongInput } from './input-errors.ts'
import type { ApiRefusal } from './problem.ts'

const deepest = 64

/** The JSON of a request, within its limit. What the database could not keep or a program could trip over is refused here. */
export async function readJson(request: Request, most: number): Promise<Result<unknown, ApiRefusal>> {
  if (!isJson(request.headers.get('Content-Type'))) return refuse({ code: 'unsupported-media-type' })
  const bytes = request.body ? await readWithin(request.body, most) : new Uint8Array()
  if (bytes === null) return refuse({ code: 'too-large' })
  const value = parse(bytes)
  if (value === undefined) return refuse({ code: 'unreadable' })
  const faults = faultsOf(value)
  if (faults === 'too-deep') return refuse({ code: 'unreadable' })
  return faults.length > 0 ? refuse({ code: 'invalid', errors: faults }) : ok(value)
}

const isJson = (contentType: string | null) => /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType ?? '')

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Walks without recursion, so that no depth can end the process. */
function faultsOf(value: unknown): WrongInput[] | 'too-deep' {
  const faults: WrongInput[] = []
  const waiting = [{ value, path: [] as readonly string[] }]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.path.length > deepest) return 'too-deep'
    if (typeof at.value === 'string' && !isKeepable(at.value)) faults.push({ path: at.path.join('.'), code: 'wrong-type' })
    if (typeof at.value !== 'object' || at.value === null) continue
    for (const [key, inner] of Object.entries(at.value)) {
      const path = [...at.path, key]
      if (key === '__proto__' || !isKeepable(key)) faults.push({ path: path.join('.'), code: 'unknown-field' })
      else waiting.push({ value: inner, path })
    }
  }
  return faults.slice(0, 50)
}

/** PostgreSQL keeps neither a null character nor half of a surrogate pair. */
const isKeepable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
