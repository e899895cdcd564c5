import { createHash, type webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'
import { bytesToSign, placeForSignature, withSignature } from './place-for-signature.ts'

export type SigningKey = {
  key: webcrypto.CryptoKey
  /** The signer's own first, then those above it. */
  certificates: readonly [pki.Certificate, ...pki.Certificate[]]
}

/** Signs one of our own papers as PAdES baseline B asks for it (ETSI EN 319 142-1). */
export async function signPaper(pdf: Uint8Array, who: { name: string; signedAt: number }, by: SigningKey): Promise<Uint8Array> {
  const placed = placeForSignature(Buffer.from(pdf), who)
  return new Uint8Array(withSignature(placed, await detachedSignature(new Uint8Array(bytesToSign(placed)), by)))
}

/** Says what was signed, of which kind, and by which certificate; the time stands in the field of the PDF. */
export async function detachedSignature(bytes: Uint8Array<ArrayBuffer>, { key, certificates }: SigningKey): Promise<Uint8Array> {
  const [own] = certificates
  const ownDigest = digestOf(new Uint8Array(own.toSchema(true).toBER()))
  const signer = new pki.SignerInfo({
    version: 1,
    sid: new pki.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    signedAttrs: new pki.SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        attribute('1.2.840.113549.1.9.3', new asn1.ObjectIdentifier({ value: pki.ContentInfo.DATA })),
        attribute('1.2.840.113549.1.9.4', new asn1.OctetString({ valueHex: digestOf(bytes) })),
        attribute('1.2.840.113549.1.9.16.2.47', signingCertificate(ownDigest)),
      ],
    }),
  })
  const signed = new pki.SignedData({
    version: 1,
    encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: pki.ContentInfo.DATA }),
    signerInfos: [signer],
    certificates: [...certificates],
  })
  await signed.sign(key, 0, 'SHA-256', bytes)
  const contentType = pki.ContentInfo.SIGNED_DATA
  return new Uint8Array(new pki.ContentInfo({ contentType, content: signed.toSchema(true) }).toSchema().toBER())
}

const digestOf = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest()).buffer
const attribute = (type: string, value: asn1.BaseBlock) => new pki.Attribute({ type, values: [value] })
const sequence = (...value: asn1.BaseBlock[]) => new asn1.Sequence({ value })

/** RFC 5035; that the digest is SHA-256, the usual one, is not said. */
const signingCertificate = (digest: ArrayBuffer) => sequence(sequence(sequence(new asn1.OctetString({ valueHex: digest }))))
