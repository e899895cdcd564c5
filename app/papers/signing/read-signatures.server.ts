import { issuerName, signerName } from './certificates.server.ts'
import { checkSignature, type SignatureProblem } from './check-signature.server.ts'
import { type ShapeProblem, shapeProblem } from './pdf-shape.ts'
import { signaturesIn } from './signatures-in.ts'

/** A signature whose bytes are whole: what it covers is what was signed, by the key of its certificate. */
export type WholeSignature = {
  signer: string
  /** As the certificate says; whether anybody we know vouches for it, `trustOf` asks. */
  issuer: string
  /** By the signer's own clock. */
  claimedAt: number | null
  /** False for an earlier one, which covers the file as it then was. */
  coversAll: boolean
  /** DER, base64; the signer's first. */
  certificates: readonly string[]
}
export type SignedPdfProblem = ShapeProblem | SignatureProblem | 'pdf-unsigned' | 'signature-partial'
export type ReadSignatures =
  | { ok: true; signatures: readonly WholeSignature[] }
  | { ok: false; problem: SignedPdfProblem; params?: Readonly<Record<string, number>> }

/** A stamp of time says when the file was there, not who signed it. */
const timestamp = 'ETSI.RFC3161'

/**
 * The signatures of a PDF, checked over the bytes: each is whole, and the last covers the whole file, so that nothing was
 * added after it. What is not so is refused by its own code.
 */
export function readSignatures(bytes: Uint8Array): ReadSignatures {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shape = shapeProblem(file)
  if (shape) return { ok: false, problem: shape }
  const found = signaturesIn(file)
  if (found === null) return { ok: false, problem: 'signature-unreadable' }
  const signatures: WholeSignature[] = []
  for (const one of found.filter(({ subFilter }) => subFilter !== timestamp)) {
    const checked = checkSignature(one)
    if (!checked.ok) return checked
    const { certificates, claimedAt } = checked.says
    const [own] = certificates
    signatures.push({
      signer: (own && signerName(own)) ?? '–',
      issuer: (own && issuerName(own)) ?? '–',
      claimedAt: claimedAt ?? one.claimedAt,
      coversAll: one.end === file.length,
      certificates: certificates.map(({ raw }) => raw.toString('base64')),
    })
  }
  const last = found.filter(({ subFilter }) => subFilter !== timestamp).at(-1)
  if (!last) return { ok: false, problem: 'pdf-unsigned' }
  if (last.end !== file.length)
    return { ok: false, problem: 'signature-partial', params: { covered: last.end, bytes: file.length } }
  return { ok: true, signatures }
}
