import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { Result } from '#app/result.ts'
import { type PublishInput, publish } from '#app/use-cases/decrees/publish.server.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { startFromVersion } from '#app/use-cases/definitions/start-from-version.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import type { Opened } from '#db/connection.ts'
import { series } from '#db/schema.ts'
import { canonicalJson, type Definition } from '#engine'
import { anOffice, type Office } from './office.ts'
import { soundStandard } from './sound.ts'

export function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export type SigningOffice = Office & {
  author: Visitor
  approver: Visitor
  /** Holds the position `head`, which signs. */
  head: Visitor
  /** A new standard whose first version is approved; answers the digest of its text. */
  approved(slug: string, definition?: Definition): Promise<string>
  /** The next version of a standard, changed and approved. */
  next(slug: string, change: (definition: Definition) => Definition): Promise<string>
  /** Today and with the next number of the series `sk`, unless said otherwise. */
  set(standards: readonly (readonly [string, string])[], over?: Partial<PublishInput>): ReturnType<typeof publish>
}

/** The day on which the clock of an office stands. */
export const signingDay = '2026-03-02'

/** An office with an author, an approver, a head who signs and a series of decrees. */
export async function aSigningOffice(opened: Opened): Promise<SigningOffice> {
  const office = await anOffice(opened, ['clerk', 'head'])
  const { agencyId, ports } = office
  await opened.execute(`update positions set signs = true where agency_id = $1 and id = 'head'`, [agencyId])
  await opened.db
    .insert(series)
    .values({ agencyId, id: 'sk', name: 'Keputusan', kind: 'decree', pattern: '{seq:3} /TAHUN {yyyy}' })
  const author = await office.hire('Asha', ['clerk'], ['author'])
  const approver = await office.hire('Budi', [], ['approver'])
  const hired = await office.hire('Citra', ['head'], ['signatory'])
  if (hired.kind !== 'person') throw new Error('nobody')
  const head: Visitor = {
    kind: 'person',
    person: { ...hired.person, seats: hired.person.seats.map((seat) => ({ ...seat, signs: true })) },
  }
  const approve = async (slug: string, digest: string) => {
    must(await submitDraft({ visitor: author, agencyId, slug, digest }, ports))
    must(await approveDraft({ visitor: approver, agencyId, slug, digest }, ports))
    return digest
  }
  return {
    ...office,
    ...{ author, approver, head },
    approved: async (slug, definition = soundStandard()) => {
      must(
        await createStandard(
          { visitor: author, agencyId, slug, title: `Standar ${slug}`, kind: 'service', from: definition },
          ports,
        ),
      )
      return approve(slug, await digestOf(opened, agencyId, slug, 'draft'))
    },
    next: async (slug, change) => {
      const [last] = await opened.execute<{ number: number }>(
        'select max(number) as number from versions where agency_id = $1 and slug = $2',
        [agencyId, slug],
      )
      const started = must(await startFromVersion({ visitor: author, agencyId, slug, version: last?.number ?? 1 }, ports))
      const [draft] = await opened.execute<{ body: string }>(
        `select body from versions where agency_id = $1 and slug = $2 and number = $3::int`,
        [agencyId, slug, started.number],
      )
      const definition = change(JSON.parse(draft?.body ?? '{}'))
      const saved = must(
        await saveDraft(
          {
            visitor: author,
            agencyId,
            slug,
            number: started.number,
            revision: 1,
            definition: JSON.parse(canonicalJson(definition)),
          },
          ports,
        ),
      )
      return approve(slug, saved.digest)
    },
    set: (standards, over = {}) =>
      publish(
        {
          ...{ visitor: head, agencyId, positionId: 'head', number: { kind: 'series', seriesId: 'sk' } },
          ...{ signedOn: signingDay, effectiveOn: signingDay },
          standards: standards.map(([slug, digest]) => ({ slug, digest })),
          ...over,
        },
        ports,
      ),
  }
}

async function digestOf(opened: Opened, agencyId: string, slug: string, status: string): Promise<string> {
  const found = await opened.execute<{ digest: string }>(
    'select digest from versions where agency_id = $1 and slug = $2 and status = $3',
    [agencyId, slug, status],
  )
  return found[0]?.digest ?? ''
}

/** The office as another program on the same database has it, with its own clock. */
export const withClock = (ports: Ports, at: number): Ports => ({ ...ports, now: () => at })
