import { digestOf } from '#db/canonical-digest.ts'
import { printCode } from '#engine'

/** The code on the papers of a version; the database finds versions by the same seal (`versionSeal`). */
export const paperCode = (of: { agencyId: string; slug: string; version: number; digest: string }): string =>
  printCode(digestOf([of.agencyId, of.slug, of.version, of.digest].join('/')).slice(0, 20))
