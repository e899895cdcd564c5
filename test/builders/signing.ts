import { decreeParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import { certificateFrom } from '#app/papers/signing/certificates.server.ts'
import { type KeyPair, makeCertificate, makeKeys } from '#app/papers/signing/make-certificate.server.ts'
import type { SignatureProvider } from '#app/papers/signing/provider.ts'
import { signPaper } from '#app/papers/signing/sign-paper.server.ts'
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
  }
}

/** A decree with its lampiran, as it is printed. */
export async function aPrintedDecree(): Promise<Uint8Array<ArrayBuffer>> {
  const agency = anAgencyProfile()
  const [definition, publication] = [aFullStandard(), aPublication()]
  const decree = decreePaper(definition, publication, agency)
  if (!decree) throw new Error('the definition holds no decree text')
  const parts = decreeParts(decree, { table: componentTable(definition, publication, agency), sop: null }, agency.papers)
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
