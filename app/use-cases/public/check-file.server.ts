import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { countRate } from '#app/rates.server.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { mediaTypeOf } from '#app/use-cases/files/media-type.ts'
import { shownPaper } from '#app/use-cases/signing/signed-paper-view.server.ts'
import { listDecreeFiles, signedPaperName } from '#db/stores/decree-files.ts'
import { type CheckedAct, readActPrint } from '#db/stores/public-acts.ts'
import { readPrinted } from '#db/stores/public-check.ts'
import { codesInFile } from './codes-in-file.server.ts'
import { type Checked, checkedAt, readChecked, readCheckedAct } from './read-checked.server.ts'
import { sha256Of } from './record-print.server.ts'

/** A signed paper that was kept: another one stands in its place since, or it was signed for trial. */
export type SignedCopy = { replaced: boolean; forTests: boolean }

export type CheckedFile = { sha256: string } & (
  | /** Its bytes are those of a paper that was made here, or of the signed one that was kept. */ {
      kind: 'ours'
      paper: string
      madeOn: number
      signed: SignedCopy | null
      checked: Checked
    }
  | /** It bears the code of a paper, and its bytes are those of none that was made. */ { kind: 'altered'; checked: Checked }
  | /** The same of a decree's own paper. */ { kind: 'act'; madeOn: number; signed: SignedCopy | null; act: CheckedAct }
  | { kind: 'act-altered'; act: CheckedAct }
  | { kind: 'unknown' }
)

/** Whether a file is a paper that this server made, byte for byte. The file is looked at and let go, never kept. */
export async function checkFile(bytes: Uint8Array, ports: Ports): Promise<Result<CheckedFile>> {
  const wrong = (code: string) => refuse({ code: 'invalid', errors: [{ path: 'file', code }] })
  if (bytes.byteLength === 0) return wrong('file-empty')
  if (bytes.byteLength > limits.body.file) return wrong('file-too-large')
  const sha256 = sha256Of(bytes)
  const known = await knownFile(sha256, ports)
  if (known) return ok(known)
  for (const code of (await codesInFile(bytes)).slice(0, limits.checkedFile.codes)) {
    const checked = await readChecked(code, ports)
    if (checked.ok) return ok({ kind: 'altered', sha256, checked: checked.value })
    const act = await readCheckedAct(code, ports)
    if (act) return ok({ kind: 'act-altered', sha256, act })
  }
  return mediaTypeOf(bytes) === 'application/pdf' ? ok({ kind: 'unknown', sha256 }) : wrong('not-a-pdf')
}

/** A decree of several standards is signed on one paper, whose standing is that of the decree and of none of them alone. */
async function knownFile(sha256: string, ports: Ports): Promise<CheckedFile | null> {
  const print = await readPrinted(ports.db, sha256)
  const ofAct = print === null || print.paper === signedPaperName ? await readActPrint(ports.db, sha256) : null
  const signed = ofAct?.signed ? await signedCopy(ofAct, sha256, ports) : null
  if (print && !(signed && ofAct && ofAct.standards > 1)) {
    const { paper, madeAt, checked } = print
    return { kind: 'ours', sha256, paper, madeOn: madeAt, signed, checked: checkedAt(checked, ports.now()) }
  }
  return ofAct && { kind: 'act', sha256, madeOn: ofAct.madeAt, signed, act: ofAct }
}

async function signedCopy({ agencyId, id }: CheckedAct, sha256: string, { db, signing }: Ports): Promise<SignedCopy> {
  const papers = (await listDecreeFiles(db, { agencyId, decreeId: id })).filter(({ kind }) => kind !== 'paper')
  const own = papers.find((file) => file.sha256 === sha256)
  return { replaced: papers[0]?.sha256 !== sha256, forTests: own !== undefined && shownPaper(own, signing).forTests }
}

/** Each file is read whole before it is judged, so that one address may send only so many. */
export async function admitFile(address: string, ports: Ports): Promise<Result<null>> {
  const retryAfterSeconds = await countRate(ports, 'attached', address)
  return retryAfterSeconds === null ? ok(null) : refuse({ code: 'rate-limited', retryAfterSeconds })
}
