import { imageSize } from 'image-size'
import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { canBeSet } from '#app/papers/pdf/picture.server.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import { mediaTypeOf } from '#app/use-cases/files/media-type.ts'
import { sha256Of } from '#app/use-cases/public/record-print.server.ts'
import { insertEmblem } from '#db/stores/emblems.ts'
import { Emblem } from '#engine'
import { changeLayout } from './change-layout.server.ts'

type Place = { visitor: Visitor; agencyId: string }

/** Puts a picture at the head of the agency's papers. What it is and how large its content says. */
export async function setEmblem(
  { visitor, agencyId, bytes }: Place & { bytes: Uint8Array },
  ports: Ports,
): Promise<Result<null>> {
  const allowed = authorise(visitor, 'agency.settings', { agencyId })
  if (!allowed.ok) return allowed
  const emblem = await readEmblem(bytes)
  if (typeof emblem === 'string') return wrong(emblem)
  return changeLayout(
    { visitor, agencyId, keep: (tx) => insertEmblem(tx, { agencyId, ...emblem, bytes }, ports.now()) },
    (layout) => ({ ...layout, emblem }),
    ports,
  )
}

export async function removeEmblem(place: Place, ports: Ports): Promise<Result<null>> {
  return changeLayout(place, (layout) => ({ ...layout, emblem: null }), ports)
}

type Fault = 'file-empty' | 'emblem-too-large' | 'emblem-kind' | 'emblem-damaged'

async function readEmblem(bytes: Uint8Array): Promise<Emblem | Fault> {
  if (bytes.byteLength === 0) return 'file-empty'
  if (bytes.byteLength > limits.emblem.bytes) return 'emblem-too-large'
  const kind = Emblem.shape.mediaType.safeParse(mediaTypeOf(bytes))
  if (!kind.success) return 'emblem-kind'
  const size = sizeOf(bytes)
  if (!size || Math.max(size.width, size.height) > limits.emblem.pixels || !(await canBeSet(bytes))) return 'emblem-damaged'
  return { sha256: sha256Of(bytes), mediaType: kind.data, ...size }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(bytes)
    return { width, height }
  } catch {
    return null
  }
}

const wrong = (code: string): Result<never> => refuse({ code: 'invalid', errors: [{ path: 'file', code }] })
