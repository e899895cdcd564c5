import { webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }

export type KeyPair = webcrypto.CryptoKeyPair
export const makeKeys = (): Promise<KeyPair> => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

export type CertificateWanted = {
  /** Whose it is, by name and organisation. */
  name: string
  keys: KeyPair
  /** Who vouches for it; one that vouches for itself is the root. */
  issuer: { name: string; keys: KeyPair }
  organisation: string
  from: number
  until: number
  /** May vouch for others. */
  issues: boolean
}

/** An X.509 certificate (RFC 5280) over a key of our own making. */
export async function makeCertificate(wanted: CertificateWanted): Promise<pki.Certificate> {
  const { name, keys, issuer, organisation, from, until, issues } = wanted
  const made = new pki.Certificate({ version: 2 })
  made.serialNumber = new asn1.Integer({ valueHex: serialNumber().buffer })
  setName(made.subject, name, organisation)
  setName(made.issuer, issuer.name, organisation)
  made.notBefore.value = new Date(from)
  made.notAfter.value = new Date(until)
  await made.subjectPublicKeyInfo.importKey(keys.publicKey)
  made.extensions = [
    extension('2.5.29.19', new pki.BasicConstraints(issues ? { cA: true } : {}).toSchema()),
    extension('2.5.29.15', issues ? certificatesAndLists : signatures),
  ]
  await made.sign(issuer.keys.privateKey, 'SHA-256')
  return made
}

/** Never negative: its first bit is taken off, and its second set so that no zero leads. */
function serialNumber(): Uint8Array<ArrayBuffer> {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

function setName(of: pki.RelativeDistinguishedNames, name: string, organisation: string) {
  const part = (type: string, value: string) => new pki.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) })
  of.typesAndValues = [part('2.5.4.3', name), part('2.5.4.10', organisation)]
}

const extension = (extnID: string, value: asn1.BaseBlock) =>
  new pki.Extension({ extnID, critical: true, extnValue: value.toBER() })

const keyUsage = (bits: number, unusedBits: number) => new asn1.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits })
const certificatesAndLists = keyUsage(0x06, 1)
/** Digital signature and non-repudiation. */
const signatures = keyUsage(0xc0, 6)
