import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { raiseRevision } from '#db/stores/agencies-admin.ts'
import { closePosition, insertPosition, listPositions, updatePosition } from '#db/stores/positions-admin.ts'
import type { PositionDetails } from './inputs.ts'

type Place = { visitor: Visitor; agencyId: string }
type Row = { id: string; superiorId: string | null; closedAt: Date | null }

/** Adds a position under an id made of its title; definitions name it by that id for good. */
export async function addPosition(input: Place & { details: PositionDetails }, ports: Ports): Promise<Result<{ id: string }>> {
  const { visitor, agencyId, details } = input
  const allowed = authorise(visitor, 'appointment.manage', { agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx) => {
    const all = await listPositions(tx, agencyId, new Date(ports.now()))
    if (!superiorFits(all, null, details.superiorId)) return wrongSuperior
    const id = freeId(details.title, new Set(all.map((row) => row.id)))
    await insertPosition(tx, agencyId, id, details)
    await raiseRevision(tx, agencyId)
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'position.add', subject: id, detail: { ...details } })
    return ok({ id })
  })
}

export async function editPosition(input: Place & { id: string; details: PositionDetails }, ports: Ports): Promise<Result<null>> {
  const { visitor, agencyId, id, details } = input
  const allowed = authorise(visitor, 'appointment.manage', { agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx) => {
    const all = await listPositions(tx, agencyId, new Date(ports.now()))
    if (!all.some((row) => row.id === id && row.closedAt === null)) return refuse({ code: 'not-found' })
    if (!superiorFits(all, id, details.superiorId)) return wrongSuperior
    await updatePosition(tx, agencyId, id, details)
    await raiseRevision(tx, agencyId)
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'position.edit', subject: id, detail: { ...details } })
    return ok(null)
  })
}

/** Ends a position and all who hold it, now. */
export async function endPosition(input: Place & { id: string }, ports: Ports): Promise<Result<null>> {
  const { visitor, agencyId, id } = input
  const allowed = authorise(visitor, 'appointment.manage', { agencyId })
  if (!allowed.ok) return allowed
  const at = new Date(ports.now())
  return ports.db.transaction(async (tx) => {
    const all = await listPositions(tx, agencyId, at)
    if (!all.some((row) => row.id === id && row.closedAt === null)) return refuse({ code: 'not-found' })
    await closePosition(tx, agencyId, id, at)
    await raiseRevision(tx, agencyId)
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'position.close', subject: id })
    return ok(null)
  })
}

const wrongSuperior = refuse({ code: 'invalid', errors: [{ path: 'superiorId', code: 'superior-loop' }] } as const)

/** An open position, and never one that stands below it: reports must end somewhere. */
function superiorFits(all: readonly Row[], id: string | null, superiorId: string | null): boolean {
  if (superiorId === null) return true
  const above = new Map(all.map((row) => [row.id, row]))
  if (above.get(superiorId)?.closedAt !== null) return false
  const seen = new Set<string>()
  for (let at: string | null = superiorId; at !== null && !seen.has(at); at = above.get(at)?.superiorId ?? null) {
    if (at === id) return false
    seen.add(at)
  }
  return true
}

function freeId(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  const base = words.slice(0, 56).replace(/-+$/, '') || 'jabatan'
  const reserved = (id: string) => taken.has(id) || id in Object.prototype
  if (!reserved(base)) return base
  let n = 2
  while (reserved(`${base}-${n}`)) n += 1
  return `${base}-${n}`
}
