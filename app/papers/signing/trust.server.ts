import type { X509Certificate } from 'node:crypto'
import { certificateFrom, isForTests } from './certificates.server.ts'

/**
 * How far a signer's certificate leads: to an issuer that the administrator named (`trusted`), to one that nobody named,
 * to a named one but not at that time, or to the test provider. Revocation is not asked anywhere.
 */
export type Trust = 'trusted' | 'unknown-issuer' | 'outside-validity' | 'test'

/** Issuers above each other; no office has more. */
const longest = 6

/**
 * Follows the certificates upwards, each signed by the next and allowed to, until one that was named.
 * @param at when the signature is said to have been made
 */
export function trustOf(certificates: readonly string[], at: number, named: readonly X509Certificate[]): Trust {
  const chain = certificates.map((der) => certificateFrom(Buffer.from(der, 'base64'))).filter((one) => one !== null)
  const [own] = chain
  if (!own) return 'unknown-issuer'
  if (chain.some(isForTests)) return 'test'
  const path = pathFrom(own, chain, named)
  if (path === null) return 'unknown-issuer'
  return path.every((certificate) => isValidAt(certificate, at)) ? 'trusted' : 'outside-validity'
}

/** From the signer up to a named issuer, which may be the last or stand between. */
function pathFrom(own: X509Certificate, brought: readonly X509Certificate[], named: readonly X509Certificate[]) {
  const path = [own]
  for (let at = own; path.length <= longest; ) {
    const anchor = named.find((issuer) => issues(issuer, at))
    if (anchor) return [...path, anchor]
    const next = brought.find((issuer) => !path.includes(issuer) && issues(issuer, at))
    if (!next) return null
    path.push(next)
    at = next
  }
  return null
}

function issues(issuer: X509Certificate, of: X509Certificate): boolean {
  try {
    return issuer.ca && of.checkIssued(issuer) && of.verify(issuer.publicKey)
  } catch {
    // A key of another kind than the certificate says cannot have signed it.
    return false
  }
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: number) =>
  Date.parse(validFrom) <= at && at <= Date.parse(validTo)
