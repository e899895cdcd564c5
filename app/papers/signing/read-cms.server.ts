import type { X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import { limits } from '#app/limits.ts'
import { certificateFrom } from './certificates.server.ts'

/** What one signer says in a CMS structure (RFC 5652), taken apart and not believed yet. */
export type SignerSays = {
  digestOid: string
  signatureOid: string
  /** Of RSASSA-PSS: length of the salt. */
  saltLength: number | null
  signature: Buffer
  /** As the signer signed them: a SET, although they travel under another tag. */
  signedAttributes: Buffer
  messageDigest: Buffer
  /** Digest of the signer's own certificate, where it is among what was signed (PAdES). */
  certificateDigest: { oid: string; value: Buffer } | null
  claimedAt: number | null
  /** The signer's first. */
  certificates: readonly X509Certificate[]
}

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  pss: '1.2.840.113549.1.1.10',
} as const

/** Takes a detached CMS signature of one signer apart; null for anything else. Works within limits on whatever comes. */
export function readCms(contents: Uint8Array): SignerSays | null {
  const { depth: maxDepth, nodes: maxNodes, contents: maxContentLength } = limits.signature
  try {
    const read = asn1.fromBER(new Uint8Array(contents), { maxDepth, maxNodes, maxContentLength, parseEmbedded: false })
    return read.offset < 0 ? null : signerOf(read.result)
  } catch {
    // The library throws errors of every kind on what strangers send; whatever it was, it is no signature that can be read.
    return null
  }
}

/** Not built as a signature is; never leaves this file. */
class Unreadable extends Error {}

type Block = asn1.AsnType
const insist = <T>(value: T | null | undefined | false): T => {
  if (value === null || value === undefined || value === false) throw new Unreadable()
  return value
}
const rawOf = (block: Block) => Buffer.from(block.valueBeforeDecodeView)
const partsOf = (block: Block | undefined): Block[] => insist(block instanceof asn1.Constructed && block.valueBlock.value)
const oidOf = (block: Block | undefined): string => insist(block instanceof asn1.ObjectIdentifier && block.getValue())
const octetsOf = (block: Block | undefined): Buffer => Buffer.from(insist(block instanceof asn1.OctetString && block.getValue()))
const isTagged = (block: Block | undefined, number: number): block is Block =>
  block !== undefined && block.idBlock.tagClass === 3 && block.idBlock.tagNumber === number

function signerOf(root: Block): SignerSays {
  const [type, content] = partsOf(root)
  insist(oidOf(type) === oids.signedData)
  const [, , encapsulated, ...rest] = partsOf(partsOf(content)[0])
  const [contentType, embedded] = partsOf(encapsulated)
  insist(oidOf(contentType) === oids.data && embedded === undefined)
  const certificates = partsOf(insist(rest.find((part) => isTagged(part, 0))))
  const signers = partsOf(rest.at(-1))
  insist(signers.length === 1 && certificates.length <= limits.signature.certificates)
  return signerFrom(partsOf(signers[0]), certificates)
}

function signerFrom([, sid, digestAlgorithm, ...rest]: Block[], packed: Block[]): SignerSays {
  const [attributes, signatureAlgorithm, signature] = rest
  insist(isTagged(attributes, 0))
  const signed = attributesOf(partsOf(attributes))
  insist(oidOf(signed.get(oids.contentType)) === oids.data)
  const [signatureOid, parameters] = partsOf(signatureAlgorithm)
  const raw = rawOf(insist(attributes))
  // Signed as what they are, a SET, and not under the tag that they travel with.
  raw[0] = 0x31
  return {
    digestOid: oidOf(partsOf(digestAlgorithm)[0]),
    signatureOid: oidOf(signatureOid),
    saltLength: oidOf(signatureOid) === oids.pss ? saltOf(parameters) : null,
    signature: octetsOf(signature),
    signedAttributes: raw,
    messageDigest: octetsOf(signed.get(oids.messageDigest)),
    certificateDigest: certificateDigestOf(signed.get(oids.signingCertificateV2)),
    claimedAt: timeOf(signed.get(oids.signingTime)),
    certificates: signerFirst(packed, insist(sid)),
  }
}

/** The first value of each attribute; one that stands there twice is a trap. */
function attributesOf(list: Block[]): Map<string, Block> {
  const found = new Map<string, Block>()
  for (const attribute of list) {
    const [type, values] = partsOf(attribute)
    const name = oidOf(type)
    insist(!found.has(name))
    found.set(name, insist(partsOf(values)[0]))
  }
  return found
}

const timeOf = (block: Block | undefined): number | null =>
  block instanceof asn1.UTCTime || block instanceof asn1.GeneralizedTime ? block.toDate().getTime() : null

/** RFC 4055: twenty where nothing is said. */
function saltOf(parameters: Block | undefined): number {
  const salt = parameters && partsOf(parameters).find((part) => isTagged(part, 2))
  const length = salt && partsOf(salt)[0]
  return length instanceof asn1.Integer ? length.valueBlock.valueDec : 20
}

/** RFC 5035: the first of the certificates named is the signer's; SHA-256 where no algorithm is said. */
function certificateDigestOf(attribute: Block | undefined): SignerSays['certificateDigest'] {
  if (attribute === undefined) return null
  const [first, second] = partsOf(partsOf(partsOf(attribute)[0])[0])
  if (first instanceof asn1.OctetString) return { oid: oids.sha256, value: octetsOf(first) }
  return { oid: oidOf(partsOf(first)[0]), value: octetsOf(second) }
}

/** The certificates as such, the one that the signer names before the others. */
function signerFirst(packed: Block[], sid: Block): X509Certificate[] {
  const named = packed.findIndex((block) => isNamedBy(block, sid))
  const own = insist(packed[named])
  return [own, ...packed.filter((block) => block !== own)].map((block) => insist(certificateFrom(rawOf(block))))
}

/** By issuer and serial number, or by the identifier that the certificate gives its key. */
function isNamedBy(certificate: Block, sid: Block): boolean {
  const fields = partsOf(partsOf(certificate)[0]).filter((part) => !isTagged(part, 0))
  if (isTagged(sid, 0)) return rawOf(certificate).includes(Buffer.concat([keyIdentifierOid, octetWrapped(sid)]))
  const [issuer, serial] = partsOf(sid)
  const [ownSerial, , ownIssuer] = fields
  const same = (a: Block | undefined, b: Block | undefined) => rawOf(insist(a)).equals(rawOf(insist(b)))
  return same(serial, ownSerial) && same(issuer, ownIssuer)
}

/** 2.5.29.14, as an extension begins with it. */
const keyIdentifierOid = Buffer.from('0603551d0e', 'hex')

/** The identifier as the extension holds it: an OCTET STRING within an OCTET STRING. */
function octetWrapped(sid: Block): Buffer {
  const value = rawOf(sid).subarray(2)
  return Buffer.concat([Buffer.from([0x04, value.length + 2, 0x04, value.length]), value])
}
