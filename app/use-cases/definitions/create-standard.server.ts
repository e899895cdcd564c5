import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { readWrittenVersion } from '#db/stores/drafts.ts'
import { putSource } from '#db/stores/standard-sources.ts'
import { insertStandard, insertVersion, readAgencyPositions, recordAct, type VersionKey } from '#db/stores/version-life.ts'
import {
  applyEdits,
  type BlockKey,
  type BlockText,
  blockEdit,
  blockKeys,
  blockOf,
  canonicalJson,
  type Definition,
  emptyDefinition,
  limits,
  Slug,
} from '#engine'
import { copyFor, type DroppedPosition } from './copy-for.ts'
import { writersOfText } from './own-work.ts'
import type { Source, SourceLink } from './read-sources.server.ts'
import { blockTexts, blockWriters } from './shared-blocks.server.ts'

type Input = VersionKey & {
  visitor: Visitor
  title: string
  kind: Definition['identity']['kind']
  /** The text to begin with (another standard's, or one that was read from a document); empty otherwise. */
  from?: Definition
  /** The agency whose text that is, where it is another one, and the version that it follows from now on. */
  source?: Pick<Source, 'agencyId' | 'link'>
  /** The version whose words the text holds, whole or a stretch of them; without a number the one that is being written. */
  copied?: VersionKey & { number?: number }
  /** Fills what is still empty with the agency's shared parts. */
  blocks?: boolean
}

export type CreatedStandard = {
  slug: string
  number: number
  /** Positions that the copied text names and this agency does not have: they were taken out of their lanes. */
  dropped: readonly DroppedPosition[]
}

/** A new standard with an empty draft, or one that begins as a copy. */
export async function createStandard(input: Input, ports: Ports): Promise<Result<CreatedStandard>> {
  const allowed = authorise(input.visitor, 'definition.create', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const title = input.title.trim()
  const errors = [...wrongSlug(input.slug), ...wrongTitle(title)]
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const positions = await readAgencyPositions(ports.db, input.agencyId)
  const foreign = input.source !== undefined && input.source.agencyId !== input.agencyId
  const { definition: begun, dropped } = input.from
    ? copyFor(input.from, { title, kind: input.kind, positions: new Set(positions.map(({ id }) => id)), foreign })
    : { definition: emptyDefinition({ title, kind: input.kind }), dropped: [] }
  const texts = input.blocks ? await blockTexts(ports.db, input.agencyId) : null
  const filled = texts ? blockKeys.filter((key) => texts[key].length > 0 && blockOf(begun, key).length === 0) : []
  const definition = texts ? withBlocks(begun, filled, texts) : begun
  const body = canonicalJson(definition)
  const at = new Date(ports.now())
  const person = allowed.value
  const key = { agencyId: input.agencyId, slug: input.slug }
  return ports.db.transaction(async (tx) => {
    const isNew = await insertStandard(tx, key, title)
    if (!isNew) return refuse({ code: 'invalid', errors: [{ path: 'slug', code: 'taken' }] })
    const row = {
      ...key,
      number: 1,
      status: 'draft',
      body,
      digest: digestOf(body),
      authorId: person.id,
      updatedBy: person.id,
      updatedAt: at,
    } as const
    const writers = [...(await writersOfCopied(tx, input.copied)), ...(await blockWriters(tx, input.agencyId, filled))]
    await insertVersion(tx, { ...row, writers: [...new Set(writers)] })
    await recordAct(tx, row, { id: ports.newId(), act: 'created', personId: person.id, at })
    const link = input.source?.link
    if (link) await putSource(tx, { ...key, ...sourceColumns(link), personId: person.id, at })
    await appendAudit(tx, {
      agencyId: key.agencyId,
      at,
      personId: person.id,
      actor: person.name,
      action: 'standard.created',
      subject: key.slug,
      detail: link ? { title, source: { ...link } } : { title },
    })
    return ok({ slug: key.slug, number: 1, dropped })
  })
}

/** Who wrote words that were never set counts among the writers of their copy (V11). */
async function writersOfCopied(tx: Db, copied: Input['copied']): Promise<string[]> {
  if (copied === undefined) return []
  const { number } = copied
  const row = number === undefined ? await readWrittenVersion(tx, copied) : await readVersionBody(tx, copied, number)
  return row ? writersOfText(row) : []
}

/** The newest text of shared parts in places that say nothing yet. */
function withBlocks(definition: Definition, keys: readonly BlockKey[], texts: Record<BlockKey, BlockText[]>): Definition {
  return keys.reduce((before, key) => {
    const edited = applyEdits(before, [blockEdit(before, key, texts[key].at(-1) ?? [])])
    return edited.ok ? edited.definition : before
  }, definition)
}

export const sourceColumns = (link: SourceLink) => ({
  sourceAgency: link.agencyId,
  sourceSlug: link.slug,
  sourceNumber: link.number,
  sourceDigest: link.digest,
})

/** The pages of shared parts and of regulations lie where standards of those names would. */
const takenByPages: ReadonlySet<string> = new Set(['blok', 'peraturan'])

function wrongSlug(slug: string) {
  if (!Slug.safeParse(slug).success) return [{ path: 'slug', code: 'bad-slug' }]
  return takenByPages.has(slug) ? [{ path: 'slug', code: 'taken' }] : []
}

function wrongTitle(title: string) {
  if (title === '') return [{ path: 'title', code: 'required' }]
  if (title.length > limits.label) return [{ path: 'title', code: 'too-long', params: { max: limits.label } }]
  return []
}
