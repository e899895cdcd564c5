import { z } from 'zod'
import { type Trust, trustOf } from '#app/papers/signing/trust.server.ts'
import type { Signing } from '#app/ports.ts'
import type { DecreeFile, DecreeFileKind } from '#db/stores/decree-files.ts'

/** One signature as it is shown: what was checked of it, and no more. */
export type ShownSignature = {
  signer: string
  issuer: string
  claimedAt: number | null
  coversAll: boolean
  trust: Trust
}
export type ShownPaper = {
  number: number
  kind: DecreeFileKind
  sha256: string
  bytes: number
  mediaType: string
  at: number
  byName: string
  signatures: readonly ShownSignature[]
  holdsPaper: boolean | null
  /** Who issued the certificate, where it is really a certified signature; the sentence that says so is shown for no other. */
  certifiedBy: string | null
  /** Signed for trial, with a certificate of the program's own. */
  forTests: boolean
}

const KeptSignature = z.object({
  signer: z.string(),
  issuer: z.string(),
  claimedAt: z.number().nullable(),
  coversAll: z.boolean(),
  certificates: z.array(z.string()),
})
type KeptSignature = z.infer<typeof KeptSignature>
const Kept = z.array(KeptSignature)

/**
 * Nobody but the signer says when it was: a certificate that had run out when the paper came, or had not begun, may have
 * signed at any time. So it counts only where it was good at both moments.
 */
const isCertified = ({ certificates, claimedAt }: KeptSignature, { at }: DecreeFile, trusted: Signing['trusted']): boolean =>
  [claimedAt ?? at, at].every((moment) => trustOf(certificates, moment, trusted) === 'trusted')

/** A kept paper with what its signatures are worth today: an issuer that the administrator names no more vouches no more. */
export function shownPaper(file: DecreeFile, { trusted }: Signing): ShownPaper {
  const kept = file.signatures === null ? [] : Kept.parse(file.signatures)
  const signatures = kept.map(({ certificates, ...rest }) => ({
    ...rest,
    trust: trustOf(certificates, rest.claimedAt ?? file.at, trusted),
  }))
  const whole = kept.find(({ coversAll }) => coversAll)
  const { number, kind, sha256, bytes, mediaType, at, byName, holdsPaper } = file
  return {
    ...{ number, kind, sha256, bytes, mediaType, at, byName, holdsPaper, signatures },
    certifiedBy: whole && file.provider !== 'test' && isCertified(whole, file, trusted) ? whole.issuer : null,
    forTests: file.provider === 'test' || signatures.some(({ trust }) => trust === 'test'),
  }
}
