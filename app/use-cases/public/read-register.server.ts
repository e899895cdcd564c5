import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { listDecrees, type RegisteredDecree, readDecree, registerFilters } from '#db/stores/public-register.ts'
import { decreeId, slug } from './address.ts'

export type RegisterView = {
  decrees: RegisteredDecree[]
  agencies: { id: string; name: string }[]
  years: number[]
  agency: string | null
  year: number | null
  page: number
  more: boolean
}

const perPage = 50

/** A page of the register of decrees. What is not a known filter is no filter. */
export async function readRegister(
  input: { agency: string | null; year: string | null; page: string | null; kind?: RegisteredDecree['kind'] },
  { db }: Ports,
): Promise<RegisterView> {
  const agency = input.agency && slug.test(input.agency) ? input.agency : null
  const year = input.year && /^[12]\d{3}$/.test(input.year) ? Number(input.year) : null
  const page = input.page && /^[1-9]\d{0,4}$/.test(input.page) ? Number(input.page) : 1
  const filters = await registerFilters(db)
  const decrees = await listDecrees(db, { agencyId: agency, year, kind: input.kind ?? null }, perPage + 1, (page - 1) * perPage)
  return { ...filters, decrees: decrees.slice(0, perPage), agency, year, page, more: decrees.length > perPage }
}

/** One decree with the standards it set. */
export async function readDecreePage(
  input: { agency: string; id: string },
  { db }: Ports,
): Promise<Result<RegisteredDecree, AppRefusal>> {
  if (!slug.test(input.agency) || !decreeId.test(input.id)) return refuse({ code: 'not-found' })
  const decree = await readDecree(db, input.agency, input.id)
  return decree ? ok(decree) : refuse({ code: 'not-found' })
}
