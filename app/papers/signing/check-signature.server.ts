import { constants, createHash, createVerify, type KeyObject, verify } from 'node:crypto'
import { readCms, type SignerSays } from './read-cms.server.ts'
import type { FoundSignature } from './signatures-in.ts'

export type SignatureProblem = 'signature-unreadable' | 'signature-weak' | 'signature-broken'
export type SignatureChecked = { ok: true; says: SignerSays } | { ok: false; problem: SignatureProblem }

/** What still counts as safe; anything else is told as such and not checked. */
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const rsa = '1.2.840.113549.1.1.1'
/** Algorithms of a signature, with the digest that the name itself says. */
const schemes: Readonly<Record<string, { kind: 'rsa' | 'pss' | 'ec'; digest: string | null }>> = {
  [rsa]: { kind: 'rsa', digest: null },
  '1.2.840.113549.1.1.11': { kind: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', digest: 'sha512' },
  '1.2.840.113549.1.1.10': { kind: 'pss', digest: null },
  '1.2.840.10045.4.3.2': { kind: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ec', digest: 'sha512' },
}
const detached = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached']

/**
 * Whether the bytes that a signature covers are those that were signed, and signed by the key of the certificate that it
 * brings. Who that is, and whether anybody vouches for it, is asked elsewhere.
 */
export function checkSignature({ contents, signed, subFilter }: FoundSignature): SignatureChecked {
  const says = subFilter !== null && detached.includes(subFilter) ? readCms(contents) : null
  if (says === null) return { ok: false, problem: 'signature-unreadable' }
  const digest = digests[says.digestOid]
  const scheme = schemes[says.signatureOid]
  const key = says.certificates[0]?.publicKey
  if (!digest || !scheme || !key || !isStrong(key)) return { ok: false, problem: 'signature-weak' }
  const hash = signed.reduce((sum, part) => sum.update(part), createHash(digest)).digest()
  const whole = hash.equals(says.messageDigest) && namesOwnCertificate(says)
  const byKey = whole && isSignedBy(key, scheme.kind, scheme.digest ?? digest, says)
  return byKey ? { ok: true, says } : { ok: false, problem: 'signature-broken' }
}

function isStrong(key: KeyObject): boolean {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  return (modulusLength ?? 0) >= 2048 || ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve ?? '')
}

function namesOwnCertificate({ certificateDigest, certificates }: SignerSays): boolean {
  if (certificateDigest === null) return true
  const digest = digests[certificateDigest.oid]
  const own = certificates[0]
  return digest !== undefined && own !== undefined && createHash(digest).update(own.raw).digest().equals(certificateDigest.value)
}

function isSignedBy(key: KeyObject, kind: 'rsa' | 'pss' | 'ec', digest: string, says: SignerSays): boolean {
  try {
    if (kind !== 'pss') return createVerify(digest).update(says.signedAttributes).verify(key, says.signature)
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: says.saltLength ?? 20 }
    return verify(digest, says.signedAttributes, { key, ...padding }, says.signature)
  } catch {
    // A key of another kind than the algorithm says cannot have signed.
    return false
  }
}
