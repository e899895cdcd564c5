import type { Person } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import {
  addDecreeFile,
  type DecreeFile,
  type DecreeKey,
  lockDecreeFiles,
  readSignedPaper,
  type SignedDecree,
  signedPaperName,
} from '#db/stores/decree-files.ts'
import { addPrint } from '#db/stores/public-check.ts'
import { storeBytes } from './store-bytes.server.ts'

export type KeptPaper = { number: number; sha256: string }
type New = Pick<DecreeFile, 'kind' | 'mediaType' | 'signatures' | 'holdsPaper' | 'provider'> & {
  bytes: Uint8Array
  /** True for what stands already and makes this one needless: a second click brings nothing new. */
  isMet?(standing: DecreeFile): boolean
}

/**
 * Keeps a signed paper: its bytes, the row, the line in the log, and its digest among the papers that are ours. The very
 * same file as the one that stands is kept once.
 */
export async function keepSignedPaper(
  key: DecreeKey,
  { bytes, isMet, ...file }: New,
  { decree, person }: { decree: SignedDecree; person: Person },
  ports: Ports,
): Promise<Result<KeptPaper>> {
  const stored = await storeBytes(bytes, ports)
  if (!stored.ok) return stored
  const { sha256 } = stored.value
  return ports.db.transaction(async (tx) => {
    await lockDecreeFiles(tx, key)
    const standing = await readSignedPaper(tx, key)
    if (standing && (standing.sha256 === sha256 || isMet?.(standing))) return ok(standing)
    const at = ports.now()
    const by = { by: person.id, byName: person.name, at }
    const number = await addDecreeFile(tx, key, { ...file, ...stored.value, ...by })
    for (const { slug, version } of decree.items) {
      await addPrint(tx, { agencyId: key.agencyId, slug, version, paper: signedPaperName, sha256, madeAt: at })
    }
    const detail = { kind: file.kind, number: decree.number, sha256, bytes: stored.value.bytes }
    await recordAct(tx, ports, person, { agencyId: key.agencyId, action: 'decree.attach', subject: key.decreeId, detail })
    return ok({ number, sha256 })
  })
}
