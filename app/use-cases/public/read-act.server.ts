import { decreeParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { addActPrint } from '#db/stores/public-acts.ts'
import { type RegisteredDecree, readDecree, readDecreeSet } from '#db/stores/public-register.ts'
import { AgencyProfile, actPaper, canonicalJson, type DecreePaper, printCode } from '#engine'
import { decreeId, slug } from './address.ts'
import { readEmblem } from './read-emblem.server.ts'
import { signatoryOf } from './read-standard.server.ts'
import { sha256Of } from './record-print.server.ts'

export type ActView = { decree: RegisteredDecree; agency: AgencyProfile; paper: DecreePaper; code: string; address: string }

/** The code on a decree's own paper; the database finds decrees by the same seal. */
export const actCode = (of: { agencyId: string; id: string }): string =>
  printCode(digestOf(['sk', of.agencyId, of.id].join('/')).slice(0, 20))

/**
 * The paper of a decree that changes or ends others and has no standard to print it with. Not found is also what one has
 * that was entered from a note, since nobody knows its words.
 */
export async function readAct(input: { agency: string; id: string }, ports: Ports): Promise<Result<ActView>> {
  if (!slug.test(input.agency) || !decreeId.test(input.id)) return refuse({ code: 'not-found' })
  const decree = await readDecree(ports.db, input.agency, input.id)
  const view = decree && (await readActPaper(decree, ports))
  return view ? ok(view) : refuse({ code: 'not-found' })
}

/** The same of a decree that was read; null where it has no words of its own. */
export async function readActPaper(decree: RegisteredDecree, { db, settings }: Ports): Promise<ActView | null> {
  const { agencyId, id, number, signedOn, effectiveOn, act, status, touchedBy, items } = decree
  const set = items.length > 0 ? null : await readDecreeSet(db, agencyId, id, 'as-signed')
  if (!set?.text) return null
  const { text, signatory } = set
  const digest = digestOf(canonicalJson({ agency: agencyId, number, act, signedOn, effectiveOn, signatory, text }))
  const ended = touchedBy.find(({ effect }) => effect === 'cancels' || effect === 'revokes')
  const agency = AgencyProfile.parse(set.agency.profile)
  const content = { number, signedOn, effectiveOn, status, text, digest, signatory: signatoryOf(signatory) }
  const paper = actPaper({ ...content, endedBy: ended ? ended.decree : null }, agency)
  const code = actCode(decree)
  return { decree, agency, paper, code, address: `${settings.origin}/cek/${code}` }
}

/** That paper as PDF, written down as ours before it leaves. */
export async function makeActPaper(
  { decree, agency, paper, code, address }: ActView,
  ports: Ports,
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await pdfOf({
    ...{ title: `SK Nomor ${decree.number}`, author: agency.name, standing: paper.standing, code, address },
    emblem: await readEmblem(agency, ports),
    parts: decreeParts(paper, [], agency.papers),
  })
  const { agencyId, id } = decree
  await addActPrint(ports.db, { agencyId, decreeId: id, sha256: sha256Of(pdf), madeAt: ports.now() })
  return pdf
}
