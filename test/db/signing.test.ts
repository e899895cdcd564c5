import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person, Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import type { SignatureProvider, SigningAnswer } from '#app/papers/signing/provider.ts'
import { testProvider } from '#app/papers/signing/test-provider.server.ts'
import type { Ports } from '#app/ports.ts'
import { createToken } from '#app/use-cases/account/create-token.server.ts'
import { checkFile } from '#app/use-cases/public/check-file.server.ts'
import { attachSignedPaper } from '#app/use-cases/signing/attach-signed-paper.server.ts'
import { frozenPaper } from '#app/use-cases/signing/frozen-paper.server.ts'
import { readPublicPaper, readSigning } from '#app/use-cases/signing/read-signing.server.ts'
import { signWithProvider } from '#app/use-cases/signing/sign-with-provider.server.ts'
import { decrees } from '#db/schema.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { aCertificateOffice } from '#test/builders/signing.ts'
import { must } from '#test/builders/signing-office.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const now = Date.parse('2026-06-15T02:00:00Z')
let opened: FreshDatabase
let office: Office
let site: Site
let ports: Ports
let head: Visitor & { kind: 'person' }
let administrator: Visitor
let certificates: Awaited<ReturnType<typeof aCertificateOffice>>
let slug = 0
let decree: { agencyId: string; decreeId: string }
let ashaSession: string

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['head', 'staf'], 'dispus')
  office.setClock(now)
  await opened.execute(`update positions set signs = true where id = 'head'`)
  head = signing(await office.hire('Asha Wulandari', ['head'], ['signatory']))
  administrator = await office.hire('Budi', [], ['administrator'])
  certificates = await aCertificateOffice(now)
  ports = { ...office.ports, signing: { provider: testProvider(() => now), trusted: [certificates.issuer] } }
  site = await aSite(ports)
  ashaSession = await site.signIn(head.person.id)
})

beforeEach(async () => {
  slug += 1
  decree = await aDecree(`standar-${slug}`, `${slug} /TAHUN 2026`)
})

function signing(visitor: Visitor): Visitor & { kind: 'person' } {
  if (visitor.kind !== 'person') throw new Error('nobody was hired')
  const seats = visitor.person.seats.map((seat) => ({ ...seat, signs: true }))
  return { kind: 'person', person: { ...visitor.person, seats } satisfies Person }
}

async function aDecree(name: string, number: string) {
  const by = {
    personId: head.person.id,
    name: head.person.name,
    title: 'Kepala Dinas',
    nip: null,
    rank: null,
    seat: 'definitive',
  }
  const version = { status: 'published', definition: aFullStandard('Peminjaman Ruang'), decree: number, signatory: by } as const
  await storeStandard(opened.db, { agencyId: 'dispus', slug: name }, [version])
  const [row] = await opened.execute<{ id: string }>('select id from decrees where number = $1', [number])
  return { agencyId: 'dispus', decreeId: row?.id ?? '' }
}

async function paperOf(key = decree): Promise<Uint8Array<ArrayBuffer>> {
  const frozen = await frozenPaper({ ...key, visitor: head }, ports)
  if (!frozen.ok) throw new Error(frozen.refusal.code)
  return frozen.value.pdf
}

type Kind = 'scan' | 'signed-elsewhere'
const attach = (kind: Kind, bytes: Uint8Array | null, visitor: Visitor = head, key = decree) =>
  attachSignedPaper({ ...key, visitor, kind, bytes }, ports)
const problem = async (kind: Kind, bytes: Uint8Array | null) => {
  const result = await attach(kind, bytes)
  return result.ok ? 'ok' : result.refusal.code === 'invalid' ? result.refusal.errors[0]?.code : result.refusal.code
}
const sign = (passphrase = 'uji', standing = 0, through = ports, visitor: Visitor = head) =>
  signWithProvider({ ...decree, visitor, passphrase, standing }, through)
const answering = (answer: () => Promise<SigningAnswer>): Ports => {
  const provider: SignatureProvider = { id: 'contoh', forTests: false, sign: answer }
  return { ...ports, signing: { ...ports.signing, provider } }
}
const kept = () =>
  opened.execute<{ number: number; kind: string }>(
    `select number, kind from decree_files where decree_id = $1 and kind <> 'paper' order by number`,
    [decree.decreeId],
  )
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

const png = () => new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(`pindaian ${slug}`)]))
const wordsOf = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('the paper that is signed', () => {
  it('is frozen: whoever asks later gets the same bytes, whatever changed around it', async () => {
    const first = await paperOf()
    await opened.execute(
      `update agencies set profile = jsonb_set(profile::jsonb, '{name}', to_jsonb('Dinas Lain ' || $1::text))`,
      [String(slug)],
    )
    expect(Buffer.from(await paperOf()).equals(Buffer.from(first))).toBe(true)
    expect(await checkFile(first, ports)).toMatchObject({ ok: true, value: { kind: 'ours', paper: 'sk' } })
  })

  it('is frozen once by any number who ask at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => paperOf()))
    expect(new Set(all.map((pdf) => createHash('sha256').update(pdf).digest('hex'))).size).toBe(1)
  })
})

describe('a scan of what was signed by hand', () => {
  it('is kept with its digest, shown to everybody with type and size, and served inert as it came', async () => {
    expect(codeOf(await attach('scan', png(), administrator))).toBe('ok')
    const page = await site.ask(`/sk/dispus/${decree.decreeId}`)
    const words = wordsOf(await page.text())
    expect(words).toContain('Naskah bertanda tangan Cara penandatanganan Tanda tangan basah, dipindai')
    expect(words).toMatch(/Unduh PNG, \d+\sB /)
    expect(words).toContain(createHash('sha256').update(png()).digest('hex'))
    expect(words).not.toContain('sertifikat elektronik yang diterbitkan')
    const file = await site.ask(`/sk/dispus/${decree.decreeId}/berkas/1`)
    expect([file.status, file.headers.get('Content-Type'), file.headers.get('X-Content-Type-Options')]).toEqual([
      ...[200, 'image/png', 'nosniff'],
    ])
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(png()))).toBe(true)
    expect(await checkFile(png(), ports)).toMatchObject({ ok: true, value: { kind: 'ours', paper: 'naskah-ttd' } })
  })

  it('is kept once when it is sent twice, and stands after an earlier one, which the public sees no more', async () => {
    const other = new Uint8Array([...png(), 1])
    const both = await Promise.all([attach('scan', png()), attach('scan', png())])
    expect(both.map(codeOf)).toEqual(['ok', 'ok'])
    expect(codeOf(await attach('scan', other))).toBe('ok')
    expect(await kept()).toEqual([
      { number: 1, kind: 'scan' },
      { number: 2, kind: 'scan' },
    ])
    expect((await site.ask(`/sk/dispus/${decree.decreeId}/berkas/1`)).status).toBe(404)
    expect((await site.ask(`/sk/dispus/${decree.decreeId}/berkas/1`, { as: ashaSession })).status).toBe(200)
    expect((await site.ask(`/sk/dispus/${decree.decreeId}/berkas/2`)).status).toBe(200)
    await expect(opened.execute('delete from decree_files')).rejects.toThrow()
    await expect(opened.execute(`update decree_files set sha256 = repeat('0', 64)`)).rejects.toThrow()
  })

  it('is refused in a sentence when it is too large or of another kind, and nothing of it is kept', async () => {
    const at = `/sk/dispus/${decree.decreeId}/penandatanganan`
    const sent = async (bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      form.set('form', 'scan')
      form.set('file', new File([bytes], 'pindaian.pdf'))
      const answer = await site.post(at, form, { as: ashaSession })
      return [answer.status, wordsOf(await answer.text())] as const
    }
    const [status, words] = await sent(new Uint8Array(30 * 1024 * 1024))
    expect([status, /lebih besar dari 10[^.]{0,4}MB, batas satu berkas/.test(words)]).toEqual([422, true])
    expect(await problem('scan', new TextEncoder().encode('<script>'))).toBe('not-a-scan')
    expect(await problem('scan', new Uint8Array())).toBe('file-empty')
    expect(await problem('scan', null)).toBe('required')
    expect(await kept()).toEqual([])
    expect((await sent(png()))[0]).toBe(302)
  })

  it('is taken from those who may only, and of no other agency', async () => {
    const clerk = await office.hire('Citra', ['staf'], ['author', 'approver'])
    const stranger = await anOffice(opened, ['head'])
    const elsewhere = signing(await stranger.hire('Dewi', ['head'], ['signatory', 'administrator']))
    expect(codeOf(await attach('scan', png(), clerk))).toBe('not-allowed')
    expect(codeOf(await attach('scan', png(), elsewhere))).toBe('not-found')
    expect(codeOf(await attach('scan', png(), { kind: 'anonymous' }))).toBe('not-signed-in')
    expect(codeOf(await attach('scan', png(), head, { ...decree, decreeId: 'x' }))).toBe('not-found')
    expect(codeOf(await frozenPaper({ ...decree, visitor: elsewhere }, ports))).toBe('not-found')
    expect(codeOf(await readSigning({ ...decree, visitor: elsewhere }, ports))).toBe('not-found')
    expect(codeOf(await sign('uji', 0, ports, elsewhere))).toBe('not-found')
    expect(await kept()).toEqual([])
  })
})

describe('a PDF that was signed elsewhere', () => {
  it('is kept with what its signature says; certified only while the administrator trusts its issuer', async () => {
    const signed = await certificates.sign(await paperOf(), 'Asha Wulandari')
    expect(codeOf(await attach('signed-elsewhere', signed))).toBe('ok')
    const words = wordsOf(await (await site.ask(`/sk/dispus/${decree.decreeId}`)).text())
    expect(words).toContain('menggunakan sertifikat elektronik yang diterbitkan oleh Penerbit Contoh, Balai Sertifikasi Contoh.')
    expect(words).toContain('Berkas diawali naskah asli dari layanan ini, sama persis.')
    expect(words).toContain('Tanda tangan mencakup seluruh berkas')
    const unnamed = { ...ports, signing: { ...ports.signing, trusted: [] } }
    expect(await readPublicPaper(decree, unnamed)).toMatchObject({
      certifiedBy: null,
      signatures: [{ signer: 'Asha Wulandari', trust: 'unknown-issuer', claimedAt: now }],
    })
  })

  it('is ours when it comes back to be checked, and altered when one byte differs', async () => {
    const signed = await certificates.sign(await paperOf(), 'Asha Wulandari')
    await attach('signed-elsewhere', signed)
    expect(await checkFile(signed, ports)).toMatchObject({
      ok: true,
      value: { kind: 'ours', paper: 'naskah-ttd', checked: { verdict: 'in-force' } },
    })
    const form = new FormData()
    form.set('file', new File([signed], 'naskah.pdf'))
    const answer = wordsOf(await (await site.post('/cek', form)).text())
    expect(answer).toMatch(
      /sama persis dengan naskah SK bertanda tangan yang disimpan di sini pada 15 Juni 2026.* Berlaku Versi 1/,
    )
    for (const at of [100, signed.length - 30_000, signed.length - 100]) {
      const changed = new Uint8Array(signed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await checkFile(changed, ports)).toMatchObject({ ok: true, value: { kind: 'altered' } })
    }
  })

  it('does not hold our paper where another program wrote it anew, however often it is brought', async () => {
    const anew = Buffer.from(await paperOf())
      .toString('latin1')
      .replace('/Lang (id)', '/Lang (en)')
    const signed = await certificates.sign(new Uint8Array(Buffer.from(anew, 'latin1')), 'Asha Wulandari')
    for (const bytes of [signed, await certificates.countersign(signed, 'Budi'), signed]) {
      expect(codeOf(await attach('signed-elsewhere', bytes))).toBe('ok')
      expect(await readPublicPaper(decree, ports)).toMatchObject({ holdsPaper: false })
    }
    const ours = await certificates.countersign(await certificates.sign(await paperOf(), 'Asha Wulandari'), 'Budi')
    await attach('signed-elsewhere', ours)
    expect(await readPublicPaper(decree, ports)).toMatchObject({
      holdsPaper: true,
      signatures: [{ coversAll: false }, { signer: 'Budi' }],
    })
  })

  it('is certified only where the certificate was still good when the paper came: a signer may claim any time', async () => {
    const signed = await certificates.sign(await paperOf(), 'Asha Wulandari')
    const later: Ports = { ...ports, now: () => ports.now() + 3 * 86_400_000 }
    must(await attachSignedPaper({ ...decree, visitor: head, kind: 'signed-elsewhere', bytes: signed }, later))
    expect(await readPublicPaper(decree, ports)).toMatchObject({ certifiedBy: null, signatures: [{ trust: 'trusted' }] })
  })

  it('is refused by its own words when it is not what it must be', async () => {
    const paper = await paperOf()
    const signed = await certificates.sign(paper, 'Asha')
    const changed = new Uint8Array(signed)
    changed[paper.length - 300] = (changed[paper.length - 300] ?? 0) ^ 1
    const longer = new Uint8Array(Buffer.concat([signed, signed.subarray(signed.length - 400)]))
    expect(await problem('signed-elsewhere', png())).toBe('not-a-pdf')
    expect(await problem('signed-elsewhere', signed.subarray(0, 40_000))).toBe('pdf-damaged')
    expect(await problem('signed-elsewhere', paper)).toBe('pdf-unsigned')
    expect(await problem('signed-elsewhere', changed)).toBe('signature-broken')
    expect(await problem('signed-elsewhere', longer)).toBe('signature-partial')
    expect(await kept()).toEqual([])
  })

  it('is refused where it is another decree’s paper, or none of ours', async () => {
    const other = await aDecree(`lain-${slug}`, `9${slug} /TAHUN 2026`)
    const result = await attach('signed-elsewhere', await certificates.sign(await paperOf(other), 'Asha'))
    expect(result).toMatchObject({
      ok: false,
      refusal: { errors: [{ code: 'other-decree', params: { number: `9${slug} /TAHUN 2026` } }] },
    })
    const paper = Buffer.from(await paperOf()).toString('latin1')
    const code = /[A-Z2-9]{6}-[A-Z2-9]{6}-[A-Z2-9]{6}/.exec(paper)?.[0] ?? '!'
    const codeless = new Uint8Array(Buffer.from(paper.replaceAll(code, 'AAAAAA-AAAAAA-AAAAAA'), 'latin1'))
    expect(await problem('signed-elsewhere', await certificates.sign(codeless, 'Asha'))).toBe('not-our-paper')
  })
})

it('signs a decree that sets no standard by its own paper and code', async () => {
  const words = aFullStandard().decree
  if (!words) throw new Error('the definition holds no decree text')
  const text = { ...words, about: 'Pencabutan Standar Pelayanan' }
  const id = randomUUID()
  const at = { agencyId: 'dispus', decreeId: id }
  await opened.db.insert(decrees).values({
    ...{ agencyId: 'dispus', id, year: 2026, number: `C-${slug}`, numberKey: `C-${slug}`, origin: 'by-hand', act: 'revoke' },
    ...{ about: 'Pencabutan', reason: 'Layanan dialihkan', signedOn: '2026-03-17', effectiveOn: '2026-03-17', text },
    signatory: { personId: head.person.id, name: head.person.name, title: 'Kepala Dinas' },
  })
  const paper = await paperOf(at)
  const signed = await certificates.sign(paper, 'Asha Wulandari')
  expect(codeOf(await attach('signed-elsewhere', signed, head, at))).toBe('ok')
  expect(await readPublicPaper(at, ports)).toMatchObject({ holdsPaper: true, certifiedBy: expect.stringContaining('Penerbit') })
  expect(await checkFile(paper, ports)).toMatchObject({ ok: true, value: { kind: 'act', signed: null } })
  expect(await checkFile(signed, ports)).toMatchObject({
    ok: true,
    value: { kind: 'act', signed: { replaced: false, forTests: false }, act: { id } },
  })
  expect(await checkFile(signed.subarray(0, signed.length - 1), ports)).toMatchObject({ value: { kind: 'act-altered' } })
  expect(codeOf(await attach('signed-elsewhere', signed))).toBe('invalid')
})

describe('a signature service', () => {
  it('signs the frozen paper in the name of whoever set the decree; for trial that is said and nothing is certified', async () => {
    expect(codeOf(await sign())).toBe('ok')
    const paper = await readPublicPaper(decree, ports)
    expect(paper).toMatchObject({ kind: 'provider', forTests: true, certifiedBy: null, holdsPaper: true })
    expect(paper?.signatures).toMatchObject([{ signer: 'Asha Wulandari', trust: 'test' }])
    const words = wordsOf(await (await site.ask(`/sk/dispus/${decree.decreeId}`)).text())
    expect(words).toContain('Sertifikat uji, bukan tanda tangan elektronik tersertifikasi')
    expect(words).not.toContain('Dokumen ini telah ditandatangani secara elektronik')
  })

  it('says of a kept file that it was signed for trial, and once another stands that this one is replaced', async () => {
    await sign()
    const file = new Uint8Array(await (await site.ask(`/sk/dispus/${decree.decreeId}/berkas/2`)).arrayBuffer())
    expect(await checkFile(file, ports)).toMatchObject({ value: { signed: { replaced: false, forTests: true } } })
    await attach('scan', png())
    const form = new FormData()
    form.set('file', new File([file], 'naskah.pdf', { type: 'application/pdf' }))
    const words = wordsOf(await (await site.post('/cek', form)).text())
    expect(words).toContain('bukan tanda tangan elektronik tersertifikasi, dan tidak mengikat siapa pun.')
    expect(words).toContain('Naskah bertanda tangan yang lebih baru sudah menggantikannya.')
    expect(await checkFile(png(), ports)).toMatchObject({ value: { signed: { replaced: false, forTests: false } } })
  })

  it('is asked once for two clicks, and what it signed is kept once', async () => {
    let asked = 0
    const counted = answering(async () => {
      asked += 1
      return { ok: true, pdf: await certificates.sign(await paperOf(), 'Asha Wulandari', now + asked) }
    })
    const both = await Promise.all([sign('rahasia', 0, counted), sign('rahasia', 0, counted)])
    const after = await sign('rahasia', 0, counted)
    expect([...both, after].map((result) => result.ok && result.value.number)).toEqual([2, 2, 2])
    expect(asked).toBe(1)
    expect(await kept()).toEqual([{ number: 2, kind: 'provider' }])
  })

  it('replaces nothing that came meanwhile, unseen', async () => {
    await attach('scan', png())
    expect(codeOf(await sign('uji', 0))).toBe('conflict')
    expect(codeOf(await sign('uji', 1))).toBe('ok')
  })

  it('signs for nobody but the person of the decree, and not without a service', async () => {
    const second = signing(await office.hire('Eka', ['head'], ['signatory']))
    expect(codeOf(await sign('uji', 0, ports, second))).toBe('not-allowed')
    expect(codeOf(await sign('uji', 0, ports, administrator))).toBe('not-allowed')
    expect(codeOf(await sign('uji', 0, { ...ports, signing: { provider: null, trusted: [] } }))).toBe('not-found')
  })

  it('says why it did not sign, and then nothing is kept', async () => {
    const paper = await paperOf()
    expect(codeOf(await sign('salah'))).toBe('wrong-passphrase')
    const refusing = (problem: 'refused' | 'unavailable' | 'timeout') => answering(async () => ({ ok: false, problem }))
    expect(codeOf(await sign('uji', 0, refusing('refused')))).toBe('signing-refused')
    expect(codeOf(await sign('uji', 0, refusing('timeout')))).toBe('signing-timeout')
    const breaking = answering(async () => Promise.reject(new Error('no route')))
    expect(codeOf(await sign('uji', 0, breaking))).toBe('signing-unavailable')
    // What comes back unsigned, or is no PDF at all, is no answer.
    for (const pdf of [paper, new Uint8Array([1])])
      expect(
        codeOf(
          await sign(
            'uji',
            0,
            answering(async () => ({ ok: true, pdf })),
          ),
        ),
      ).toBe('signing-unavailable')
    expect(await kept()).toEqual([])
    await opened.execute(`delete from rate_limits where key like 'signing:%'`)
  })

  it('is asked only so often by one person', async () => {
    for (let i = 0; i < limits.signing.max; i++) await sign('salah')
    expect(codeOf(await sign('salah'))).toBe('rate-limited')
    await opened.execute(`delete from rate_limits where key like 'signing:%'`)
  })

  it('never has a passphrase in the log, the database or on the page', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ form: 'provider', standing: '0', passphrase: 'rahasia-sekali-4711' }))
      form.set(name, value)
    const answer = await site.post(`/sk/dispus/${decree.decreeId}/penandatanganan`, form, { as: ashaSession })
    const html = await answer.text()
    expect([answer.status, wordsOf(html).includes('Frasa sandi ditolak layanan tanda tangan.')]).toEqual([422, true])
    expect(html + JSON.stringify(site.logged)).not.toContain('rahasia-sekali-4711')
    const everything = await opened.execute<{ row: string }>(
      'select a::text as row from audit a union all select f::text from decree_files f union all select i::text from idempotency i',
    )
    expect(JSON.stringify(everything)).not.toContain('4711')
  })
})

describe('the interface', () => {
  const asked = async (path: string, form: FormData | null, token: string) => {
    const headers = { Authorization: `Bearer ${token}` }
    const answer = await site.ask(`/api/v1${path}`, form ? { method: 'POST', body: form, headers } : { headers })
    return [answer.status, await answer.json()] as const
  }
  const fileForm = (bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('file', new File([bytes], 'naskah.pdf'))
    return form
  }

  it('takes the signed paper of a decree, and says of it what was checked', async () => {
    const made = await createToken({ visitor: head, name: 'uji', days: 1 }, ports)
    const token = made.ok ? made.value.token : ''
    const at = `/decrees/${decree.decreeId}`
    const signed = await certificates.sign(await paperOf(), 'Asha Wulandari')
    expect(await asked(`${at}/files?kind=signed-elsewhere`, fileForm(png()), token)).toMatchObject([
      422,
      { errors: [{ path: '/file', code: 'not-a-pdf', message: expect.stringContaining('bukan PDF') }] },
    ])
    const sha256 = createHash('sha256').update(signed).digest('hex')
    expect(await asked(`${at}/files?kind=signed-elsewhere`, fileForm(signed), token)).toEqual([201, { number: 2, sha256 }])
    expect(await asked(at, null, token)).toMatchObject([
      200,
      {
        signedPaper: {
          ...{ kind: 'signed-elsewhere', sha256, href: `/sk/dispus/${decree.decreeId}/berkas/2` },
          signatures: [{ signer: 'Asha Wulandari', trust: 'trusted', claimedAt: '2026-06-15T02:00:00.000Z' }],
          certifiedBy: 'Penerbit Contoh, Balai Sertifikasi Contoh',
        },
      },
    ])
  })
})

it('writes each signed paper into the trail of the agency', async () => {
  await attach('scan', png())
  const [act] = await opened.execute<{ action: string; detail: { kind: string; sha256: string } }>(
    'select action, detail from audit where subject = $1 order by seq desc limit 1',
    [decree.decreeId],
  )
  expect(act).toMatchObject({
    action: 'decree.attach',
    detail: { kind: 'scan', sha256: createHash('sha256').update(png()).digest('hex') },
  })
})
