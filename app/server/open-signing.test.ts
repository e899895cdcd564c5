import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { certificateFrom } from '#app/papers/signing/certificates.server.ts'
import { readSignatures } from '#app/papers/signing/read-signatures.server.ts'
import { testProvider } from '#app/papers/signing/test-provider.server.ts'
import { aCertificateOffice, aSignedDecree } from '#test/builders/signing.ts'
import { openSigning } from './open-signing.ts'

const now = Date.parse('2026-06-15T02:00:00Z')
let folder: string
const fileOf = async (name: string, text: string) => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
const trusting = (trustedIssuers: string | null) => openSigning({ signatureProvider: null, trustedIssuers })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baku-issuers-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('trusts nobody and signs nothing where nothing is said', async () => {
  expect(await trusting(null)).toEqual({ provider: null, trusted: [] })
  expect((await openSigning({ signatureProvider: 'test', trustedIssuers: null })).provider?.forTests).toBe(true)
})

it('trusts the issuers of its file', async () => {
  const { issuer } = await aCertificateOffice(now)
  const { trusted } = await trusting(await fileOf('issuers.pem', `Penerbit Contoh\n${issuer.toString()}`))
  expect(trusted.map(({ subject }) => subject)).toEqual([issuer.subject])
})

it('does not start on a file that names no issuer, or the one of the test provider', async () => {
  const read = readSignatures(await aSignedDecree(testProvider(() => now)))
  const certificates = read.ok ? (read.signatures[0]?.certificates ?? []) : []
  const [own, root] = certificates.map((der) => certificateFrom(Buffer.from(der, 'base64'))?.toString() ?? '')
  expect(root).toContain('BEGIN CERTIFICATE')
  for (const text of [root, own, 'tidak ada', '']) {
    await expect(trusting(await fileOf('wrong.pem', text ?? ''))).rejects.toThrow('TRUSTED_ISSUERS: expected')
  }
  await expect(trusting(join(folder, 'tiada.pem'))).rejects.toThrow('TRUSTED_ISSUERS: expected')
})
