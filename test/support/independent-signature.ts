import { createHash, createVerify, X509Certificate } from 'node:crypto'

/** One element of DER, by its place. */
type Element = { tag: number; from: number; value: number; end: number }

function elementAt(der: Buffer, from: number): Element {
  const first = der.readUInt8(from + 1)
  const long = first < 0x80 ? 0 : first & 0x7f
  const size = long === 0 ? first : der.readUIntBE(from + 2, long)
  const value = from + 2 + long
  return { tag: der.readUInt8(from), from, value, end: value + size }
}

function inside(der: Buffer, { value, end }: Element): Element[] {
  const found: Element[] = []
  for (let at = value; at < end; ) {
    const next = elementAt(der, at)
    found.push(next)
    at = next.end
  }
  return found
}

const at = (list: readonly Element[], index: number): Element => {
  const found = list.at(index)
  if (!found) throw new Error(`no element ${index}`)
  return found
}

/**
 * Verifies the one signature of a PDF without a line of what made or reads it in the program: own eyes for DER, the rest
 * by node's crypto. Answers the subject of the certificate; throws on anything that is not as it should be.
 */
export function verifyIndependently(pdf: Uint8Array): string {
  const file = Buffer.from(pdf)
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(file.toString('latin1'))
  const [a = 0, b = 0, c = 0, d = 0] = range?.slice(1).map(Number) ?? []
  if (a !== 0 || c + d !== file.length) throw new Error('not the whole file')
  const cms = Buffer.from(file.subarray(b + 1, c - 1).toString('latin1'), 'hex')
  const signedData = inside(cms, at(inside(cms, at(inside(cms, elementAt(cms, 0)), 1)), 0))
  const certificates = inside(cms, at(signedData, 3)).map(({ from, end }) => new X509Certificate(cms.subarray(from, end)))
  const signer = inside(cms, at(inside(cms, at(signedData, -1)), 0))
  const attributes = at(signer, 3)
  const [digestOf] = inside(cms, attributes).flatMap((one) => {
    const [oid, values] = inside(cms, one)
    const isDigest = oid && cms.subarray(oid.from, oid.end).toString('hex') === '06092a864886f70d010904'
    return isDigest && values ? [at(inside(cms, values), 0)] : []
  })
  if (!digestOf) throw new Error('no digest was signed')
  const digest = createHash('sha256').update(file.subarray(0, b)).update(file.subarray(c)).digest()
  if (!digest.equals(cms.subarray(digestOf.value, digestOf.end))) throw new Error('the digest differs')
  const signed = Buffer.concat([Buffer.from([0x31]), cms.subarray(attributes.from + 1, attributes.end)])
  const [own, issuer] = certificates
  const { value, end } = at(signer, 5)
  if (!own || !issuer || !createVerify('sha256').update(signed).verify(own.publicKey, cms.subarray(value, end)))
    throw new Error('the signature is not by the key of the certificate')
  if (!own.verify(issuer.publicKey) || !own.checkIssued(issuer)) throw new Error('the certificate is not by its issuer')
  return own.subject
}
