import type { Ports } from '#app/ports.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { type Publication, printCode } from '#engine'

/** The code on the papers of a version; the database finds versions by the same seal (`sealOf`). */
export const paperCode = (of: { agencyId: string; slug: string; version: number; digest: string }): string =>
  printCode(digestOf([of.agencyId, of.slug, of.version, of.digest].join('/')).slice(0, 20))

type Of = { agencyId: string; slug: string; publication: Pick<Publication, 'version' | 'digest'> }

/** What leads from a paper to its check. A paper lasts: the address is where we are known, not what a request called us. */
export function paperMark({ agencyId, slug, publication }: Of, { settings }: Pick<Ports, 'settings'>) {
  const { version, digest } = publication
  const code = paperCode({ agencyId, slug, version, digest })
  return { code, address: `${settings.origin}/cek/${code}` }
}
