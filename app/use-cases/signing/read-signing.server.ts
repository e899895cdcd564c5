import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { decreeId } from '#app/use-cases/public/address.ts'
import { type DecreeKey, listDecreeFiles, readSignedDecree, readSignedPaper } from '#db/stores/decree-files.ts'
import { hasOwnPaper } from './frozen-paper.server.ts'
import { type ShownPaper, shownPaper } from './signed-paper-view.server.ts'

export type SigningPage = {
  agencyName: string
  number: string
  about: string
  signatory: { name: string; title: string }
  /** Something of the decree's is here to be signed. */
  hasPaper: boolean
  /** The frozen paper, once somebody asked for it. */
  frozen: ShownPaper | null
  /** Newest first; the first stands. */
  papers: ShownPaper[]
  mayAttach: boolean
  /** A service is configured, and this person set the decree. */
  maySign: boolean
  /** The configured service signs for trial. */
  forTests: boolean
}

/** All that the signing of one decree needs, for those of the agency. */
export async function readSigning(input: DecreeKey & { visitor: Visitor }, ports: Ports): Promise<Result<SigningPage>> {
  const allowed = authorise(input.visitor, 'definition.read', input)
  if (!allowed.ok) return allowed
  const decree = decreeId.test(input.decreeId) ? await readSignedDecree(ports.db, input) : null
  if (!decree) return refuse({ code: 'not-found' })
  const files = (await listDecreeFiles(ports.db, input)).map((file) => shownPaper(file, ports.signing))
  const { provider } = ports.signing
  const { name = '', title = '', personId } = decree.signatory
  return ok({
    ...{ agencyName: decree.agencyName, number: decree.number, about: decree.about, signatory: { name, title } },
    hasPaper: hasOwnPaper(decree),
    frozen: files.find(({ kind }) => kind === 'paper') ?? null,
    papers: files.filter(({ kind }) => kind !== 'paper'),
    mayAttach: can(input.visitor, 'decree.attach', input),
    maySign:
      provider !== null && hasOwnPaper(decree) && can(input.visitor, 'decree.sign', input) && personId === allowed.value.id,
    forTests: provider?.forTests ?? false,
  })
}

/** The signed paper of a decree as everybody may see it; null where none was brought. */
export async function readPublicPaper(key: DecreeKey, ports: Ports): Promise<ShownPaper | null> {
  const file = await readSignedPaper(ports.db, key)
  return file && shownPaper(file, ports.signing)
}
