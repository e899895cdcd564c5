import { beforeAll, describe, expect, it } from 'vitest'
import { limits } from '#app/limits.ts'
import { aCertificateOffice, aPrintedDecree } from '#test/builders/signing.ts'
import { verifyIndependently } from '#test/support/independent-signature.ts'
import { certificateFrom } from './certificates.server.ts'
import { NotOurPaper, placeForSignature } from './place-for-signature.ts'
import { readSignatures } from './read-signatures.server.ts'
import { testProvider } from './test-provider.server.ts'
import { trustOf } from './trust.server.ts'

const now = Date.parse('2026-06-15T02:00:00Z')
const day = 86_400_000
let paper: Uint8Array
let signed: Uint8Array
let office: Awaited<ReturnType<typeof aCertificateOffice>>

beforeAll(async () => {
  paper = await aPrintedDecree()
  office = await aCertificateOffice(now)
  signed = await office.sign(paper, 'Asha Wulandari')
})

const problemOf = (file: Uint8Array) => {
  const read = readSignatures(file)
  return read.ok ? 'ok' : read.problem
}
const text = (file: Uint8Array) => Buffer.from(file).toString('latin1')
const bytes = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'))

describe('a signature on one of our papers', () => {
  it('is appended to the paper, of which no byte changes', () => {
    expect(Buffer.from(signed.subarray(0, paper.length)).equals(Buffer.from(paper))).toBe(true)
  })

  it('stands before an eye that shares nothing with what made it', () => {
    expect(verifyIndependently(signed)).toContain('CN=Asha Wulandari')
    const changed = new Uint8Array(signed)
    changed[paper.length - 100] = (changed[paper.length - 100] ?? 0) ^ 1
    expect(() => verifyIndependently(changed)).toThrow('the digest differs')
  })

  it('says who signed, by whose word and when, and that it covers the whole file', () => {
    expect(readSignatures(signed)).toMatchObject({
      ok: true,
      signatures: [
        { signer: 'Asha Wulandari', issuer: 'Penerbit Contoh, Balai Sertifikasi Contoh', claimedAt: now, coversAll: true },
      ],
    })
  })

  it('takes a name with any letters, and none of them ends it', async () => {
    const read = readSignatures(await office.sign(paper, 'Asha) /M (D:1999) » أحمد 😀 \u202e'))
    expect(read).toMatchObject({ ok: true, signatures: [{ signer: 'Asha) /M (D:1999) » أحمد 😀', claimedAt: now }] })
  })

  it('is given to no file that is not built as our papers are, and to none twice', () => {
    const place = (file: Uint8Array) => () => placeForSignature(Buffer.from(file), { name: 'Asha', signedAt: now })
    expect(place(signed)).toThrow(NotOurPaper)
    expect(place(bytes('%PDF-1.7\nstartxref\n9\n%%EOF'))).toThrow(NotOurPaper)
  })
})

describe('a signed PDF that comes back', () => {
  it('is told apart: no PDF, cut off, encrypted, unsigned', () => {
    expect(problemOf(bytes('Bukan PDF'))).toBe('not-a-pdf')
    expect(problemOf(new Uint8Array())).toBe('not-a-pdf')
    expect(problemOf(signed.subarray(0, signed.length - 200))).toBe('pdf-damaged')
    expect(problemOf(bytes('%PDF-1.7\nstartxref\n99999\n%%EOF'))).toBe('pdf-damaged')
    expect(problemOf(bytes(text(paper).replace('/Root ', '/Encrypt 3 0 R /Root ')))).toBe('pdf-encrypted')
    expect(problemOf(bytes('%PDF-1.7\n9 0 obj <</Type /XRef /Encrypt 5 0 R>> stream\nstartxref\n9\n%%EOF'))).toBe('pdf-encrypted')
    expect(problemOf(paper)).toBe('pdf-unsigned')
  })

  it('is called broken where one byte of what was signed differs, wherever it lies', () => {
    const place = text(signed).indexOf('/Contents <') + '/Contents '.length
    const places = Array.from({ length: 40 }, (_, i) => 5 + Math.floor((i * (signed.length - 300)) / 40))
    for (const at of [...places, place - 200, place + 3000]) {
      const changed = new Uint8Array(signed)
      changed[at] = (changed[at] ?? 0) ^ 1
      const inside = at > place && at < place + 24_000
      expect([at, problemOf(changed)]).toEqual([at, expect.stringMatching(inside ? /^(ok|signature-)/ : /^(signature|pdf)-/)])
    }
  })

  it('may bear a second signature: the first covers the file as it was, the last all of it', async () => {
    const both = await office.countersign(signed, 'Budi Santoso')
    expect(readSignatures(both)).toMatchObject({
      ok: true,
      signatures: [
        { signer: 'Asha Wulandari', coversAll: false },
        { signer: 'Budi Santoso', coversAll: true },
      ],
    })
    const changed = new Uint8Array(both)
    changed[paper.length - 100] = (changed[paper.length - 100] ?? 0) ^ 1
    expect(problemOf(changed)).toBe('signature-broken')
  })

  it('is told apart where something was added after the signature', () => {
    const added = bytes(`${text(signed)}\n99 0 obj\n<<>>\nendobj\nstartxref\n${text(paper).lastIndexOf('xref\n0 ')}\n%%EOF\n`)
    expect(readSignatures(added)).toEqual({
      ok: false,
      problem: 'signature-partial',
      params: { covered: signed.length, bytes: added.length },
    })
  })

  it('is not believed when the place of the signature holds more than the signature', () => {
    const from = text(signed).indexOf('/Contents <') + '/Contents '.length
    for (const trick of ['<00>/Evil', '(0000000)', '<0 00 00>'])
      expect(problemOf(bytes(text(signed).slice(0, from) + trick + text(signed).slice(from + trick.length)))).toBe(
        'signature-unreadable',
      )
    const shifted = text(signed).replace(/\/ByteRange \[0 (\d+)/, (_, end: string) => `/ByteRange [0 ${Number(end) - 1}`)
    expect(problemOf(bytes(shifted))).toBe('signature-unreadable')
  })

  it('is looked at within limits, whatever it holds', () => {
    const holding = (der: Buffer) => {
      const hex = der.toString('hex')
      const head = '%PDF-1.7\n1 0 obj << /SubFilter /ETSI.CAdES.detached /ByteRange [0 '
      const rest = ' >> endobj\n'
      const at = head.length + '0000000 0000000 0000000] /Contents '.length
      const tail = `${rest}xref\n0 0\ntrailer\n<<>>\nstartxref\n${at + hex.length + 2 + rest.length}\n%%EOF`
      const pad = (n: number) => String(n).padStart(7, '0')
      return bytes(`${head}${pad(at)} ${pad(at + hex.length + 2)} ${pad(tail.length)}] /Contents <${hex}>${tail}`)
    }
    const nested = Buffer.alloc(60_000)
    for (let at = 0; at < nested.length; at += 4) nested.writeUInt32BE(0x30820000 + Math.max(0, nested.length - at - 4), at)
    const many = Buffer.concat([Buffer.from('30830ea600', 'hex'), Buffer.alloc(960_000 / 10, '0500', 'hex')])
    const tooLong = Buffer.alloc(limits.signature.contents + 1, 0x30)
    for (const der of [nested, many, tooLong, Buffer.from('3080', 'hex'), Buffer.from('ff'.repeat(99), 'hex'), Buffer.alloc(0)])
      expect(problemOf(holding(der))).toBe('signature-unreadable')
    const ranges = bytes(text(signed).replace('%PDF-1.7', `%PDF-1.7\n%${'/ByteRange [0 1 2 3] '.repeat(1000)}`))
    expect(problemOf(ranges)).not.toBe('ok')
  })
})

describe('who vouches for a signer', () => {
  const certificatesOf = (file: Uint8Array) => {
    const read = readSignatures(file)
    if (!read.ok) throw new Error(read.problem)
    return read.signatures[0]?.certificates ?? []
  }

  it('is known only when the administrator named the issuer, and at that time', () => {
    const certificates = certificatesOf(signed)
    expect(trustOf(certificates, now, [office.issuer])).toBe('trusted')
    expect(trustOf(certificates, now, [])).toBe('unknown-issuer')
    expect(trustOf(certificates, now + 2 * day, [office.issuer])).toBe('outside-validity')
    expect(trustOf(certificates, now - 2 * day, [office.issuer])).toBe('outside-validity')
  })

  it('is not who merely bears the name of a known issuer', async () => {
    const other = await aCertificateOffice(now, 'Penerbit Lain')
    expect(trustOf(certificatesOf(await other.sign(paper, 'Asha')), now, [office.issuer])).toBe('unknown-issuer')
    const own = certificatesOf(signed)[0] ?? ''
    const leaf = certificateFrom(Buffer.from(own, 'base64'))
    expect(trustOf([own], now, leaf ? [leaf] : [])).toBe('unknown-issuer')
  })

  it('is never anybody for the test provider, even where its issuer was named', async () => {
    const answer = await testProvider(() => now).sign(paper, { name: 'Asha', nip: null, passphrase: 'uji' }, AbortSignal.abort())
    if (!answer.ok) throw new Error(answer.problem)
    expect(verifyIndependently(answer.pdf)).toContain('O=Sertifikat uji Baku')
    const certificates = certificatesOf(answer.pdf)
    const root = certificateFrom(Buffer.from(certificates[1] ?? '', 'base64'))
    expect(trustOf(certificates, now, root ? [root] : [])).toBe('test')
  })

  it('signs nothing with another passphrase', async () => {
    const who = { name: 'Asha', nip: null, passphrase: 'salah' }
    expect(await testProvider(() => now).sign(paper, who, AbortSignal.abort())).toEqual({
      ok: false,
      problem: 'wrong-passphrase',
    })
  })
})
