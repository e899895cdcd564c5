import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { countRate } from '#app/rates.server.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { mediaTypeOf } from '#app/use-cases/files/media-type.ts'
import { type CheckedAct, readActPrint } from '#db/stores/public-acts.ts'
import { readPrinted } from '#db/stores/public-check.ts'
import { codesInFile } from './codes-in-file.server.ts'
import { type Checked, checkedAt, readChecked, readCheckedAct } from './read-checked.server.ts'
import { sha256Of } from './record-print.server.ts'

export type CheckedFile = { sha256: string } & (
  | /** Its bytes are those of a paper that was made here. */ {
      kind: 'ours'
      paper: string
      madeOn: number
      checked: Checked
    }
  | /** It bears the code of a paper, and its bytes are those of none that was made. */ { kind: 'altered'; checked: Checked }
  | /** The same of a decree's own paper. */ { kind: 'act'; madeOn: number; signed: boolean; act: CheckedAct }
  | { kind: 'act-altered'; act: CheckedAct }
  | { kind: 'unknown' }
)

/** Whether a file is a paper that this server made, byte for byte. The file is looked at and let go, never kept. */
export async function checkFile(bytes: Uint8Array, ports: Ports): Promise<Result<CheckedFile>> {
  const wrong = (code: string) => refuse({ code: 'invalid', errors: [{ path: 'file', code }] })
  if (bytes.byteLength === 0) return wrong('file-empty')
  if (bytes.byteLength > limits.body.file) return wrong('file-too-large')
  const sha256 = sha256Of(bytes)
  const print = await readPrinted(ports.db, sha256)
  if (print) {
    const { paper, madeAt, checked } = print
    return ok({ kind: 'ours', sha256, paper, madeOn: madeAt, checked: checkedAt(checked, ports.now()) })
  }
  const ofAct = await readActPrint(ports.db, sha256)
  if (ofAct) return ok({ kind: 'act', sha256, madeOn: ofAct.madeAt, signed: ofAct.signed, act: ofAct })
  for (const code of (await codesInFile(bytes)).slice(0, limits.checkedFile.codes)) {
    const checked = await readChecked(code, ports)
    if (checked.ok) return ok({ kind: 'altered', sha256, checked: checked.value })
    const act = await readCheckedAct(code, ports)
    if (act) return ok({ kind: 'act-altered', sha256, act })
  }
  return mediaTypeOf(bytes) === 'application/pdf' ? ok({ kind: 'unknown', sha256 }) : wrong('not-a-pdf')
}

/** Each file is read whole before it is judged, so that one address may send only so many. */
export async function admitFile(address: string, ports: Ports): Promise<Result<null>> {
  const retryAfterSeconds = await countRate(ports, 'attached', address)
  return retryAfterSeconds === null ? ok(null) : refuse({ code: 'rate-limited', retryAfterSeconds })
}
