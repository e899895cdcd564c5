import { readFile } from 'node:fs/promises'
import { certificatesIn, isForTests } from '#app/papers/signing/certificates.server.ts'
import { testProvider } from '#app/papers/signing/test-provider.server.ts'
import type { Signing } from '#app/ports.ts'
import { type ServerSettings, SettingError } from '#app/settings.ts'

/**
 * Who signs electronically, and whose word for a signer counts.
 * @throws {SettingError} where the file of trusted issuers cannot be used, or names the test provider
 */
export async function openSigning({
  signatureProvider,
  trustedIssuers,
}: Pick<ServerSettings, 'signatureProvider' | 'trustedIssuers'>): Promise<Signing> {
  const provider = signatureProvider === 'test' ? testProvider(() => Date.now()) : null
  if (trustedIssuers === null) return { provider, trusted: [] }
  const trusted = certificatesIn(await readFile(trustedIssuers, 'utf8').catch(() => ''))
  if (trusted === null || trusted.some((one) => isForTests(one) || !one.ca)) {
    throw new SettingError('TRUSTED_ISSUERS', 'a file of certificates of issuers (PEM)', trustedIssuers)
  }
  return { provider, trusted }
}
