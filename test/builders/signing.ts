import { decreeParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import { certificateFrom } from '#app/papers/signing/certificates.server.ts'
import { type KeyPair, makeCertificate, makeKeys } from '#app/papers/signing/make-certificate.server.ts'
import { bytesToSign, type PlacedSignature, withSignature } from '#app/papers/signing/place-for-signature.ts'
import type { SignatureProvider } from '#app/papers/signing/provider.ts'
import { detachedSignature, signPaper } from '#app/papers/signing/sign-paper.server.ts'
import { testPassphrase } from '#app/papers/signing/test-passphrase.ts'
import { componentTable, decreePaper, standingOf } from '#engine/papers/index.ts'
import { aFullStandard, anAgencyProfile, aPublication } from './papers.ts'

const organisation = 'Balai Sertifikasi Contoh'
const day = 86_400_000

/** Two pairs of keys for a file of tests: they take longer to make than all that is done with them. */
let made: Promise<[KeyPair, KeyPair]> | null = null

/** An office that issues certificates, as an administrator would name it, and signs our papers in people's names. */
export async function aCertificateOffice(at: number, name = 'Penerbit Contoh') {
  made ??= Promise.all([makeKeys(), makeKeys()])
  const [above, own] = await made
  const common = { organisation, issuer: { name, keys: above }, from: at - day, until: at + day }
  const root = await makeCertificate({ ...common, name, keys: above, issues: true })
  const issuer = certificateFrom(new Uint8Array(root.toSchema(true).toBER()))
  if (!issuer) throw new Error('the root cannot be read')
  return {
    /** What the administrator names. */
    issuer,
    async sign(pdf: Uint8Array, signer: string, signedAt = at): Promise<Uint8Array<ArrayBuffer>> {
      const certificate = await makeCertificate({ ...common, name: signer, keys: own, issues: false })
      const by = { key: own.privateKey, certificates: [certificate, root] } as const
      return new Uint8Array(await signPaper(pdf, { name: signer, signedAt }, by))
    },
    /** A second signature behind the first, as another office's program appends it. */
    async countersign(pdf: Uint8Array, signer: string): Promise<Uint8Array<ArrayBuffer>> {
      const certificate = await makeCertificate({ ...common, name: signer, keys: own, issues: false })
      const placed = anotherPlace(Buffer.from(pdf))
      const by = { key: own.privateKey, certificates: [certificate, root] } as const
      return new Uint8Array(withSignature(placed, await detachedSignature(new Uint8Array(bytesToSign(placed)), by)))
    },
  }
}

/** A decree with its lampiran, as it is printed. */
export async function aPrintedDecree(): Promise<Uint8Array<ArrayBuffer>> {
  const agency = anAgencyProfile()
  const [definition, publication] = [aFullStandard(), aPublication()]
  const decree = decreePaper(definition, publication, agency)
  if (!decree) throw new Error('the definition holds no decree text')
  const parts = decreeParts(decree, [{ table: componentTable(definition, publication, agency), sop: null }], agency.papers)
  const mark = { code: 'ABCDEF-GHJKLM-NPQRST', address: 'https://baku.example.go.id/cek/ABCDEF-GHJKLM-NPQRST' }
  const title = definition.identity.title
  return pdfOf({ title, author: agency.name, standing: standingOf(publication), emblem: null, ...mark, parts })
}

/** The same, signed by a service. */
export async function aSignedDecree(provider: SignatureProvider): Promise<Uint8Array> {
  const who = { name: 'Asha Wulandari', nip: null, passphrase: testPassphrase }
  const answer = await provider.sign(await aPrintedDecree(), who, new AbortController().signal)
  if (!answer.ok) throw new Error(answer.problem)
  return answer.pdf
}

function anotherPlace(pdf: Buffer): PlacedSignature {
  const place = `<${'0'.repeat(12_000)}>`
  const range = (...numbers: number[]) => numbers.map((number) => String(number).padStart(8, '0')).join(' ')
  const head = `9001 0 obj\n<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [${range(0, 0, 0, 0)}] /Contents `
  const from = pdf.length + head.length
  const to = from + place.length
  const behind = ' >>\nendobj\n'
  const tail = `${behind}xref\n9001 1\n${range(pdf.length)}00 00000 n \ntrailer\n<< >>\nstartxref\n${to + behind.length}\n%%EOF\n`
  const known = head.replace(range(0, 0, 0, 0), range(0, from, to, tail.length))
  return { pdf: Buffer.concat([pdf, Buffer.from(known + place + tail, 'latin1')]), from, to }
}
