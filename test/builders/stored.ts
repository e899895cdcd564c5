import { randomUUID } from 'node:crypto'
import { digestOf } from '#db/canonical-digest.ts'
import type { Db } from '#db/connection.ts'
import { agencies, decreeItems, decrees, standards, versions } from '#db/schema.ts'
import { setShownWords } from '#db/stores/version-life.ts'
import type { Definition } from '#engine'
import { anAgencyProfile, aSignatory } from './papers.ts'

export async function storeAgency(db: Db, id: string, over: Record<string, unknown> = {}) {
  const profile = anAgencyProfile(over)
  await db.insert(agencies).values({ id, name: profile.name, profile, timeZone: 'Asia/Jakarta' })
}

type VersionRow = typeof versions.$inferInsert
export type StoredVersion = {
  status: VersionRow['status']
  definition: Definition
  decree?: string
  supersededBy?: number
  /** Who set it, where that matters. */
  signatory?: Readonly<Record<string, unknown>>
}

/** A standard with versions numbered from 1, each under its own decree where a number is given. */
export async function storeStandard(db: Db, key: { agencyId: string; slug: string }, list: readonly StoredVersion[]) {
  await db.insert(standards).values({ ...key, title: list.at(-1)?.definition.identity.title ?? key.slug })
  for (const [index, { status, definition, decree, supersededBy, signatory }] of list.entries()) {
    const body = JSON.stringify(definition)
    const decreeId = decree ? randomUUID() : null
    const digest = digestOf(body)
    await db.transaction(async (tx) => {
      const row = decreeId && decree && decreeRow(key.agencyId, decreeId, decree, status)
      if (row) await tx.insert(decrees).values(signatory ? { ...row, signatory } : row)
      await tx
        .insert(versions)
        .values({ ...key, number: index + 1, status, body, digest, decreeId, supersededBy: supersededBy ?? null })
      if (decreeId) await tx.insert(decreeItems).values({ ...key, decreeId, version: index + 1, digest })
    })
    if (status === 'approved' || status === 'published') {
      await setShownWords(db, key, definition.identity.title, `${definition.identity.title} ${definition.identity.summary ?? ''}`)
    }
  }
}

const decreeRow = (agencyId: string, id: string, number: string, status: VersionRow['status']): typeof decrees.$inferInsert => ({
  agencyId,
  id,
  year: 2026,
  number,
  numberKey: number.replaceAll(' ', ''),
  origin: 'by-hand',
  about: 'Standar Pelayanan',
  signedOn: '2026-03-17',
  effectiveOn: '2026-04-01',
  signatory: aSignatory(),
  status: status === 'superseded' || status === 'revoked' ? status : 'in-force',
})
