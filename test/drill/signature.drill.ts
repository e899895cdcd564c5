import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { testProvider } from '#app/papers/signing/test-provider.server.ts'
import { aSignedDecree } from '#test/builders/signing.ts'
import { say } from './support/report.ts'

const run = promisify(execFile)
const pdfsig = (...words: string[]) => run('pdfsig', words).then(({ stdout }) => stdout)

it('signs a decree that an independent program verifies, and one changed byte of which it does not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baku-signature-'))
  try {
    const signed = await aSignedDecree(testProvider(() => Date.now()))
    const changed = new Uint8Array(signed)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    await writeFile(join(folder, 'signed.pdf'), signed)
    await writeFile(join(folder, 'changed.pdf'), changed)
    const found = await run('pdfsig', ['-v']).then(
      ({ stderr }) => stderr.split('\n')[0],
      () => null,
    )
    if (!found) {
      say('pdfsig (poppler-utils) is not on this machine: nothing was verified. Install it and run the drill again.')
      expect.fail('no independent program to ask')
    }
    const [good, bad] = [await pdfsig(join(folder, 'signed.pdf')), await pdfsig(join(folder, 'changed.pdf'))]
    say(`${found}\n\nAs signed:\n${good}\nOne byte changed:\n${bad}`)
    expect(good).toContain('Signature Validation: Signature is Valid.')
    expect(good).toContain('Total document signed')
    expect(good).toContain('ETSI.CAdES.detached')
    expect(bad).not.toContain('Signature is Valid.')
  } finally {
    await rm(folder, { recursive: true })
  }
})
