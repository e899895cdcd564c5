import { certificateFrom } from '#app/papers/signing/certificates.server.ts'
import { type KeyPair, makeCertificate, makeKeys } from '#app/papers/signing/make-certificate.server.ts'
import { signPaper } from '#app/papers/signing/sign-paper.server.ts'

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
