import { eq } from 'drizzle-orm'
import type { Visitor } from '#app/actor.ts'
import { createToken } from '#app/use-cases/account/create-token.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import type { Opened } from '#db/connection.ts'
import { positions, series } from '#db/schema.ts'
import type { Definition } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'

export type Member = { personId: string; token: string; visitor: Visitor }

/** An agency with people who hold tokens of the interface, a procedure in force and a text that new standards start from. */
export type OfficeAtWork = {
  office: Office
  agencyId: string
  /** `agency/slug` of the procedure that applicants begin: a clerk writes, a head reviews. */
  procedure: string
  /** `agency/slug` of a standard that is ready to be set, to begin others from. */
  model: string
  /** Takes numbers without a gap. */
  seriesId: string
  clerks: readonly Member[]
  heads: readonly Member[]
  authors: readonly Member[]
  approver: Member
  signatory: Member
}

type Size = { clerks: number; heads: number; authors: number }

export async function anOfficeAtWork(opened: Opened, size: Size): Promise<OfficeAtWork> {
  const office = await anOffice(opened, ['clerk', 'head'])
  const { agencyId } = office
  office.setClock(Date.now())
  const seriesId = await openSeries(opened, agencyId)
  await office.publish('liputan', aCoverage())
  await office.publish('model', soundStandard())
  const hire = async (...person: Parameters<Office['hire']>) => memberOf(office, await office.hire(...person))
  // One after the other: fifty at once would wait for a connection longer than they may on a busy machine.
  const many = async (count: number, one: (n: number) => Promise<Member>) => {
    const members: Member[] = []
    for (let n = 1; n <= count; n++) members.push(await one(n))
    return members
  }
  return {
    office,
    agencyId,
    procedure: `${agencyId}/liputan`,
    model: `${agencyId}/model`,
    seriesId,
    clerks: await many(size.clerks, (n) => hire(`Petugas ${n}`, ['clerk'])),
    heads: await many(size.heads, (n) => hire(`Kepala ${n}`, ['head'])),
    authors: await many(size.authors, (n) => hire(`Penyusun ${n}`, [], ['author'])),
    approver: await hire('Penyetuju', [], ['approver']),
    signatory: await hire('Penanda Tangan', ['head'], ['signatory']),
  }
}

/** An agency that numbers its standards, and who signs them. */
export type Register = { agencyId: string; seriesId: string; signatory: Member }

export async function aRegister(opened: Opened): Promise<Register> {
  const office = await anOffice(opened, ['clerk', 'head'])
  office.setClock(Date.now())
  const seriesId = await openSeries(opened, office.agencyId)
  const signatory = await memberOf(office, await office.hire('Penanda Tangan', ['clerk', 'head'], ['signatory']))
  return { agencyId: office.agencyId, seriesId, signatory }
}

/** A series of decrees, under which every position of the agency may sign. */
async function openSeries({ db }: Opened, agencyId: string): Promise<string> {
  const id = 'sk'
  await db.update(positions).set({ signs: true }).where(eq(positions.agencyId, agencyId))
  await db.insert(series).values({ agencyId, id, name: 'Keputusan', kind: 'decree', pattern: '{seq} /TAHUN {yyyy}' })
  return id
}

async function memberOf({ ports }: Office, visitor: Visitor): Promise<Member> {
  if (visitor.kind !== 'person') throw new Error('nobody')
  const made = await createToken({ visitor, name: 'uji', days: 7 }, ports)
  if (!made.ok) throw new Error(made.refusal.code)
  return { personId: visitor.person.id, token: made.value.token, visitor }
}

/** A standard with a draft that its author writes on. */
export async function beginDraft(
  { office, agencyId }: OfficeAtWork,
  author: Member,
  slug: string,
  from: Definition = soundStandard(),
): Promise<void> {
  const input = {
    visitor: author.visitor,
    agencyId,
    slug,
    title: `Standar ${slug}`,
    kind: 'service',
    from,
  } as const
  const made = await createStandard(input, office.ports)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
}
