import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { certificateFrom, certificatesIn } from './certificates.server.ts'
import { checkSignature } from './check-signature.server.ts'

/** Detached signatures over "isi naskah" that OpenSSL 3.0 made (`cms -sign -binary`), each in another way. */
const folder = join(import.meta.dirname, '../../../test/golden/signatures')
const bytesOf = (name: string) => readFileSync(join(folder, `${name}.der`))
const signedParts = (text: string) => [Buffer.from(text.slice(0, 4)), Buffer.from(text.slice(4))] as const

const checked = (contents: Buffer, text = 'isi naskah', subFilter = 'adbe.pkcs7.detached') =>
  checkSignature({ contents, signed: signedParts(text), end: 10, subFilter, claimedAt: null })
const problemOf = (contents: Buffer, text?: string, subFilter?: string) => {
  const result = checked(contents, text, subFilter)
  return result.ok ? 'ok' : result.problem
}
const whole = ['rsa-sha256', 'rsa-cades-sha512', 'rsa-keyid', 'rsa-pss', 'p256', 'p384']

describe('a signature that another program made', () => {
  it.each(whole)('%s is whole over what it signed, with the zeros that fill its place, and over nothing else', (name) => {
    const contents = Buffer.concat([bytesOf(name), Buffer.alloc(500)])
    const result = checked(contents)
    expect(result).toMatchObject({ ok: true, says: { claimedAt: Date.parse('2026-11-26T18:20:19Z') } })
    expect(result.ok && result.says.certificates[0]?.subject).toContain('CN=Penanda ')
    expect(problemOf(contents, 'isi nasKah')).toBe('signature-broken')
  })

  it.each(whole)('%s is not believed when any of its bytes differs where it counts', (name) => {
    const original = bytesOf(name)
    for (let at = 0; at < original.length; at += 23) {
      const contents = Buffer.from(original)
      contents.writeUInt8(contents.readUInt8(at) ^ 1, at)
      const result = checked(contents)
      // Names, dates and the issuer's certificate may differ: then nobody vouches for them, as `trustOf` says.
      if (result.ok) expect(result.says.signedAttributes.equals(signedOf(name))).toBe(true)
    }
  })

  it.each([
    ['sha1', 'signature-weak'],
    ['small', 'signature-weak'],
    ['noattr', 'signature-unreadable'],
    ['embedded', 'signature-unreadable'],
    ['nocerts', 'signature-unreadable'],
    ['two', 'signature-unreadable'],
  ])('%s is refused: %s', (name, problem) => expect(problemOf(bytesOf(name))).toBe(problem))

  it('is not read under a name that stands for another way of signing', () => {
    for (const subFilter of ['adbe.x509.rsa_sha1', 'adbe.pkcs7.sha1', 'ETSI.RFC3161', ''])
      expect(problemOf(bytesOf('p256'), undefined, subFilter)).toBe('signature-unreadable')
  })
})

function signedOf(name: string): Buffer {
  const result = checked(bytesOf(name))
  return result.ok ? result.says.signedAttributes : Buffer.alloc(0)
}

it('reads every certificate of a text, or none', () => {
  const result = checked(bytesOf('p256'))
  const certificates = result.ok ? result.says.certificates : []
  const text = certificates.map((one) => `Penerbit:\n${one.toString()}`).join('\n')
  expect(certificatesIn(text)?.map(({ subject }) => subject)).toEqual(certificates.map(({ subject }) => subject))
  expect(certificatesIn(text.replace('MII', 'AAA'))).toBeNull()
  expect(certificatesIn('')).toBeNull()
  expect(certificateFrom(Buffer.from('3000', 'hex'))).toBeNull()
})
