import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { addBlockText, readBlockTexts, readBlockWriters, readSharedParts } from '#db/stores/agency-blocks.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readPublicAgency } from '#db/stores/public-read.ts'
import {
  AgencyProfile,
  type BlockKey,
  type BlockStanding,
  type BlockText,
  blockKeys,
  blockStanding,
  type Contact,
  canonicalJson,
  readBlock,
  sameBlock,
} from '#engine'

export type SharedBlock = {
  key: BlockKey
  /** How many texts it had; 0 while it has none. */
  revision: number
  text: BlockText
  standards: { slug: string; title: string; number: number; status: string; standing: BlockStanding }[]
}
export type BlocksPage = {
  agencyName: string
  blocks: SharedBlock[]
  /** What a channel may name instead of a number of its own. */
  contacts: readonly Contact[]
  mayEdit: boolean
}

/** The shared parts of an agency, and how each of its standards stands to them. */
export async function readBlocksPage(input: { visitor: Visitor; agencyId: string }, { db }: Ports): Promise<Result<BlocksPage>> {
  const { agencyId, visitor } = input
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const [texts, standards, agency] = await Promise.all([
    blockTexts(db, agencyId),
    readSharedParts(db, agencyId),
    readPublicAgency(db, agencyId),
  ])
  if (!agency) return refuse({ code: 'not-found' })
  const blocks = blockKeys.map((key): SharedBlock => {
    const known = texts[key]
    return {
      key,
      revision: known.length,
      text: known.at(-1) ?? [],
      standards: standards.map(({ parts, ...standard }) => ({
        ...standard,
        standing: blockStanding(readBlock(key, parts[key]) ?? [], known),
      })),
    }
  })
  const { contacts } = AgencyProfile.parse(agency.profile)
  return ok({ agencyName: agency.name, blocks, contacts, mayEdit: can(visitor, 'definition.edit', { agencyId }) })
}

/** Every text that each part had, the oldest first. */
export async function blockTexts(db: Db, agencyId: string): Promise<Record<BlockKey, BlockText[]>> {
  const found = await readBlockTexts(db, agencyId)
  const of = (wanted: BlockKey) =>
    found.flatMap(({ key, body }) => (key === wanted ? [readBlock(key, JSON.parse(body)) ?? []] : []))
  return Object.fromEntries(blockKeys.map((key) => [key, of(key)])) as Record<BlockKey, BlockText[]>
}

/** Who ever wrote a text of these parts: each of them wrote the newest one as well (V11). */
export async function blockWriters(db: Db, agencyId: string, keys: readonly BlockKey[]): Promise<string[]> {
  return keys.length === 0 ? [] : readBlockWriters(db, agencyId, keys)
}

type Saved = { visitor: Visitor; agencyId: string; key: BlockKey; revision: number; text: unknown }

/** Gives a shared part another text. No standard changes by that: it is offered to them. */
export async function saveBlock(input: Saved, ports: Ports): Promise<Result<{ revision: number }>> {
  const { agencyId, key, revision } = input
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId })
  if (!allowed.ok) return allowed
  const text = readBlock(key, input.text)
  if (text === null) return refuse({ code: 'invalid', errors: [{ path: 'text', code: 'too-long', params: { max: 4000 } }] })
  const { id: personId, name: actor } = allowed.value
  const at = new Date(ports.now())
  return ports.db.transaction(async (tx) => {
    const before = (await blockTexts(tx, agencyId))[key]
    if (before.length !== revision) return refuse({ code: 'conflict', what: 'changed' })
    const newest = before.at(-1)
    if (newest !== undefined && sameBlock(newest, text)) return ok({ revision })
    const row = { agencyId, key, revision: revision + 1, body: canonicalJson(text), personId, at }
    if (!(await addBlockText(tx, row))) return refuse({ code: 'conflict', what: 'changed' })
    await appendAudit(tx, {
      agencyId,
      at,
      personId,
      actor,
      action: 'block.saved',
      subject: key,
      detail: { revision: row.revision },
    })
    return ok({ revision: row.revision })
  })
}
