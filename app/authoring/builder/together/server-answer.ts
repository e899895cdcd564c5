import { z } from 'zod'
import { type Clash, Definition, NodeId, PartChange, PartChanges } from '#engine'

const Present = z.object({
  windowId: z.string(),
  personId: z.string(),
  name: z.string(),
  step: NodeId.nullable(),
  /** Whether they were at the step before this window was. */
  first: z.boolean(),
  since: z.number(),
})
/** Another window that has the draft open. */
export type Present = z.infer<typeof Present>

export const KnownClash = z.object({
  change: PartChange,
  why: z.enum(['changed', 'gone', 'in-the-way', 'invalid']),
  current: z.unknown().optional(),
  with: PartChanges,
})
const Batch = z.object({
  id: z.string(),
  revision: z.number(),
  personId: z.string(),
  name: z.string(),
  changes: PartChanges,
})
export type Batch = z.infer<typeof Batch>
const Heard = z.object({
  revision: z.number(),
  status: z.string(),
  present: z.array(Present),
  news: z.union([z.object({ batches: z.array(Batch) }), z.object({ definition: Definition, name: z.string() })]),
  clashes: z.array(KnownClash).optional(),
})
export type Heard = Omit<z.infer<typeof Heard>, 'clashes'> & { clashes?: Clash[] | undefined }
const Superseded = z.object({
  code: z.literal('draft-conflict'),
  number: z.number(),
  revision: z.number(),
  name: z.string(),
  definition: Definition,
})
export type Superseded = z.infer<typeof Superseded>

export type Said = {
  number: number
  revision: number
  person: string
  window: { id: string; step: string | null; leaving?: true }
  batch?: { id: string; changes: readonly PartChange[] }
}
export type Answer =
  | { ok: true; heard: Heard }
  | { ok: false; why: 'network' | 'signed-out' | 'closed' | 'refused' | 'gone' }
  | { ok: false; why: 'superseded'; theirs: Superseded }

/** Says what the window has to say and hears what others did; whatever goes wrong on the way is `network`. */
export async function exchange(address: string, said: Said): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said),
      keepalive: said.window.leaving ?? false,
    })
    return await read(response)
  } catch {
    return { ok: false, why: 'network' }
  }
}

async function read(response: Response): Promise<Answer> {
  if (response.status === 401) return { ok: false, why: 'signed-out' }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const heard = Heard.safeParse(body)
    return heard.success ? { ok: true, heard: heard.data as Heard } : { ok: false, why: 'network' }
  }
  const superseded = Superseded.safeParse(body)
  if (superseded.success) return { ok: false, why: 'superseded', theirs: superseded.data }
  if (response.status === 409) return { ok: false, why: 'closed' }
  if (response.status === 404 || response.status === 403) return { ok: false, why: 'gone' }
  return { ok: false, why: response.status === 400 || response.status === 413 || response.status === 422 ? 'refused' : 'network' }
}
