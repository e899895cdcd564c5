import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { lockVersion } from '#db/stores/version-life.ts'
import { applyEdits, type BlockKey, type BlockText, blockEdit, blockOf, mayTakeBlock, sameBlock } from '#engine'
import { replaceDraft } from './replace-draft.server.ts'
import { blockTexts, blockWriters } from './shared-blocks.server.ts'
import { startDraft } from './start-draft.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

type Input = { visitor: Visitor; agencyId: string; key: BlockKey; slugs: readonly string[] }

/** What became of one standard: it has a draft with the text, said it before, or why it was left alone. */
export type Offered = {
  slug: string
  title: string
  outcome: 'begun' | 'added' | 'same' | 'worked-on' | 'in-review' | 'gone' | 'refused'
}

/**
 * Puts the newest text of a shared part into a draft of each standard that is named, and begins one where none is being
 * written. A part that somebody worked on in an open draft stays as it is. Each standard on its own: one that cannot take it
 * stops no other.
 */
export async function offerBlock(input: Input, ports: Ports): Promise<Result<Offered[]>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const texts = (await blockTexts(ports.db, input.agencyId))[input.key]
  const text = texts.at(-1)
  if (text === undefined) return refuse({ code: 'invalid', errors: [{ path: 'text', code: 'required' }] })
  const offered: Offered[] = []
  for (const slug of new Set(input.slugs)) offered.push(await offerTo({ ...input, slug }, { text, texts }, allowed.value, ports))
  return ok(offered)
}

type One = Omit<Input, 'slugs'> & { slug: string }
type Texts = { text: BlockText; texts: readonly BlockText[] }

async function offerTo(at: One, { text, texts }: Texts, person: { id: string; name: string }, ports: Ports): Promise<Offered> {
  const shown = await readVersionToOpen(ports.db, at)
  if (shown === null) return { slug: at.slug, title: at.slug, outcome: 'gone' }
  const open = storedDefinition(shown)
  const told = (outcome: Offered['outcome']): Offered => ({ slug: at.slug, title: open.identity.title, outcome })
  if (sameBlock(blockOf(open, at.key), text)) return told('same')
  if (shown.status === 'in-review') return told('in-review')
  const begins = shown.status !== 'draft'
  if (begins && !(await startDraft(at, ports)).ok) return told('refused')
  return ports.db.transaction(async (tx) => {
    const row = await lockVersion(tx, at, 'draft')
    if (!row) return told('in-review')
    const definition = storedDefinition(row)
    const base = row.basedOn === null ? null : await readVersionBody(tx, at, row.basedOn)
    const began = base && blockOf(storedDefinition({ slug: at.slug, ...base }), at.key)
    if (!mayTakeBlock(blockOf(definition, at.key), began, texts)) return told('worked-on')
    const edited = applyEdits(definition, [blockEdit(definition, at.key, text)])
    if (!edited.ok) return told('refused')
    const writers = await blockWriters(tx, at.agencyId, [at.key])
    const moment = { id: ports.newId(), personId: person.id, at: new Date(ports.now()) }
    const refusal = await replaceDraft(tx, row, { definition: edited.definition, writers, why: 'blocks' }, moment)
    if (refusal) return told('refused')
    const act = { agencyId: at.agencyId, at: moment.at, personId: person.id, actor: person.name, action: 'draft.block-taken' }
    await appendAudit(tx, { ...act, subject: `${at.slug}/${row.number}`, detail: { block: at.key } })
    return told(begins ? 'begun' : 'added')
  })
}
