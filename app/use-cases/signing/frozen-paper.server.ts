import type { Person, Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { storedBytes } from '#app/use-cases/files/stored-bytes.server.ts'
import { decreeId } from '#app/use-cases/public/address.ts'
import { makePaper } from '#app/use-cases/public/make-paper.server.ts'
import { type ActView, makeActPaper, readAct } from '#app/use-cases/public/read-act.server.ts'
import { readStandard, type StandardView } from '#app/use-cases/public/read-standard.server.ts'
import {
  addDecreeFile,
  type DecreeFile,
  type DecreeKey,
  lockDecreeFiles,
  readFrozenPaper,
  readSignedDecree,
  type SignedDecree,
} from '#db/stores/decree-files.ts'
import { storeBytes } from './store-bytes.server.ts'

export type FrozenPaper = Pick<DecreeFile, 'sha256' | 'bytes'> & { pdf: Uint8Array<ArrayBuffer>; number: string }

/** The paper of a decree as it is signed, for those of the agency: whoever asks again gets the same bytes. */
export async function frozenPaper(input: DecreeKey & { visitor: Visitor }, ports: Ports): Promise<Result<FrozenPaper>> {
  const allowed = authorise(input.visitor, 'definition.read', input)
  if (!allowed.ok) return allowed
  const decree = decreeId.test(input.decreeId) ? await readSignedDecree(ports.db, input) : null
  return decree ? freezePaper(input, decree, allowed.value, ports) : refuse({ code: 'not-found' })
}

/** Makes the paper once and keeps it; what changes around it later (letterhead, standing) changes it no more. */
export async function freezePaper(
  key: DecreeKey,
  decree: SignedDecree,
  person: Person,
  ports: Ports,
): Promise<Result<FrozenPaper>> {
  const kept = await readFrozenPaper(ports.db, key)
  if (kept) return ok({ ...kept, number: decree.number, pdf: await storedBytes(kept.sha256, ports) })
  const pdf = await paperOf(key, decree, ports)
  if (pdf === null) return refuse({ code: 'not-found' })
  const stored = await storeBytes(pdf, ports)
  if (!stored.ok) return stored
  await ports.db.transaction(async (tx) => {
    await lockDecreeFiles(tx, key)
    if (await readFrozenPaper(tx, key)) return
    const facts = { signatures: null, holdsPaper: null, provider: null, by: person.id, byName: person.name, at: ports.now() }
    const { sha256, bytes } = stored.value
    await addDecreeFile(tx, key, { kind: 'paper', sha256, bytes, mediaType: 'application/pdf', ...facts })
  })
  return freezePaper(key, decree, person, ports)
}

/** What is signed says what was set, and nothing of what became of it before or since. */
const asItWasSet = (view: StandardView): StandardView => ({
  ...view,
  publication: { ...view.publication, status: 'published', supersededBy: null, endedBy: null, erratum: null },
})

const asActWasSigned = (act: ActView): ActView => ({
  ...act,
  paper: { ...act.paper, standing: { ...act.paper.standing, kind: 'in-force', endedBy: null } },
})

/** A decree whose words were kept is printed whole, and so is one of a single standard by that standard's paper. */
export const hasOwnPaper = ({ items, hasText }: Pick<SignedDecree, 'items' | 'hasText'>): boolean =>
  hasText || new Set(items.map(({ slug }) => slug)).size === 1

/** The decree with what it sets; where no text of it was written, the first paper there is of what it set. */
async function paperOf(
  { agencyId, decreeId: id }: DecreeKey,
  decree: SignedDecree,
  ports: Ports,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [first] = decree.items
  if (!hasOwnPaper(decree)) return null
  if (!first) {
    const act = await readAct({ agency: agencyId, id }, ports)
    return act.ok ? makeActPaper(asActWasSigned(act.value), ports) : null
  }
  const view = await readStandard({ agency: agencyId, slug: first.slug, number: String(first.version) }, ports)
  if (!view.ok) return null
  for (const name of ['sk', 'sop', 'komponen']) {
    const pdf = await makePaper(name, asItWasSet(view.value), ports)
    if (pdf) return pdf
  }
  return null
}
