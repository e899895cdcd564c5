import { testOrganisation } from './certificates.server.ts'
import { type KeyPair, makeCertificate, makeKeys } from './make-certificate.server.ts'
import type { SignatureProvider } from './provider.ts'
import { signPaper } from './sign-paper.server.ts'
import { testPassphrase } from './test-passphrase.ts'

const day = 86_400_000
const issuerName = 'Penerbit uji'

/**
 * Signs as a real service would, with a certificate that the program makes itself. Its keys live as long as the process
 * and are written nowhere.
 */
export function testProvider(now: () => number): SignatureProvider {
  let made: Promise<[KeyPair, KeyPair]> | null = null
  return {
    id: 'test',
    forTests: true,
    async sign(pdf, { name, passphrase }) {
      if (passphrase !== testPassphrase) return { ok: false, problem: 'wrong-passphrase' }
      made ??= Promise.all([makeKeys(), makeKeys()])
      const [above, own] = await made
      const at = now()
      const common = {
        organisation: testOrganisation,
        issuer: { name: issuerName, keys: above },
        from: at - day,
        until: at + 365 * day,
      }
      const root = await makeCertificate({ ...common, name: issuerName, keys: above, issues: true })
      const certificate = await makeCertificate({ ...common, name, keys: own, issues: false })
      const by = { key: own.privateKey, certificates: [certificate, root] } as const
      return { ok: true, pdf: await signPaper(pdf, { name, signedAt: at }, by) }
    },
  }
}
