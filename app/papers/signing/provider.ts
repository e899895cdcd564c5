/** Who signs: the person of the decree, by the name on it. The passphrase is handed through and kept nowhere. */
export type Signer = { name: string; nip: string | null; passphrase: string }

/** Why a service did not sign. `unavailable`: it did not answer, or not with a signed paper. */
export type SigningProblem = 'wrong-passphrase' | 'unavailable' | 'refused' | 'timeout'
export type SigningAnswer = { ok: true; pdf: Uint8Array } | { ok: false; problem: SigningProblem }

/**
 * A service that signs a PDF in somebody's name. It gets the frozen paper and answers the same paper with the signature in
 * it; nothing that it answers is believed before it was read.
 */
export interface SignatureProvider {
  /** As it is written down with the paper. */
  readonly id: string
  /** Signs for trial only: the page says so, and no sentence of certification is ever shown for it. */
  readonly forTests: boolean
  sign(pdf: Uint8Array, who: Signer, signal: AbortSignal): Promise<SigningAnswer>
}
