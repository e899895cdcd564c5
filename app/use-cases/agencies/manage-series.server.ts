import type { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { closeSeries, insertSeries, listSeries } from '#db/stores/series-admin.ts'
import { civilDate, parsePattern, printNumber } from '#engine'
import type { NewSeries } from './inputs.ts'

type Place = { visitor: Visitor; agencyId: string }
/** Stands for the archive classification in an example. */
const exampleClass = '067'

/** The number series of an agency, each with the number that the next decree signed today would get. */
export async function listAgencySeries({ visitor, agencyId }: Place, ports: Ports) {
  const allowed = authorise(visitor, 'agency.read', { agencyId })
  if (!allowed.ok) return allowed
  const agency = await readAgency(ports.db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  const today = civilDate(ports.now(), agency.timeZone)
  const found = await listSeries(ports.db, agencyId, Number(today.slice(0, 4)))
  return ok({
    series: found.map(({ closedAt, ...row }) => ({
      ...row,
      closed: closedAt !== null,
      next: exampleOf(row.pattern, row.last + 1, today),
    })),
    today,
    mayManage: can(visitor, 'series.manage', { agencyId }),
  })
}

/** What a pattern prints, or null while it is faulty. */
export function exampleOf(pattern: string, seq: number, today: string): string | null {
  return parsePattern(pattern).ok ? printNumber(pattern, { seq, signedOn: today, class: exampleClass }) : null
}

export async function openSeries(input: Place & z.infer<typeof NewSeries>, ports: Ports): Promise<Result<{ id: string }>> {
  const { visitor, agencyId, name, kind, pattern } = input
  const allowed = authorise(visitor, 'series.manage', { agencyId })
  if (!allowed.ok) return allowed
  const id = seriesId(name)
  if (!id) return refuse({ code: 'invalid', errors: [{ path: 'name', code: 'needs-a-letter' }] })
  return ports.db.transaction(async (tx) => {
    if (!(await insertSeries(tx, { agencyId, id, name, kind, pattern }))) {
      return refuse({ code: 'invalid', errors: [{ path: 'name', code: 'name-taken' }] })
    }
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'series.open', subject: id, detail: { name, kind, pattern } })
    return ok({ id })
  })
}

/** No more numbers from it; those given stay in the register. */
export async function endSeries({ visitor, agencyId, id }: Place & { id: string }, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(visitor, 'series.manage', { agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx) => {
    if (!(await closeSeries(tx, agencyId, id, new Date(ports.now())))) return refuse({ code: 'not-found' })
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'series.close', subject: id })
    return ok(null)
  })
}

const seriesId = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
