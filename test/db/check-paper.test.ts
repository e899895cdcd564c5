import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { checkFile } from '#app/use-cases/public/check-file.server.ts'
import { paperCode } from '#app/use-cases/public/paper-code.ts'
import { readChecked } from '#app/use-cases/public/read-checked.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { rows } from '#db/rows.ts'
import { sealOf } from '#db/stores/public-check.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { type StoredVersion, storeStandard } from '#test/builders/stored.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let site: Site

const standard = (slug: string, ...list: StoredVersion[]) => storeStandard(opened.db, { agencyId: 'dispus', slug }, list)
const version = (status: StoredVersion['status'], decree?: string, supersededBy?: number): StoredVersion => ({
  status,
  definition: aFullStandard('Peminjaman Ruang'),
  ...(decree ? { decree } : {}),
  ...(supersededBy ? { supersededBy } : {}),
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['head'], 'dispus')
  office.setClock(Date.parse('2026-06-15T02:00:00Z'))
  site = await aSite(office.ports)
  await opened.execute(`update positions set signs = true where agency_id = 'dispus' and id = 'head'`)
  await standard('ruang', version('superseded', '1 /TAHUN 2026', 2), version('published', '2 /TAHUN 2026'), version('draft'))
  await standard('menunggu', version('approved'))
  await standard('dicabut', version('published', '5 /TAHUN 2026'))
  await standard('cetak', version('published', '6 /TAHUN 2026'))
})

async function codeOf(slug: string, number: number): Promise<string> {
  const [row] = await opened.execute<{ digest: string }>(
    `select digest from versions where agency_id = 'dispus' and slug = $1 and number = $2::int`,
    [slug, number],
  )
  return paperCode({ agencyId: 'dispus', slug, version: number, digest: row?.digest ?? '' })
}

async function decreeOf(slug: string): Promise<string> {
  const [row] = await opened.execute<{ id: string }>(
    `select decree_id as id from versions where agency_id = 'dispus' and slug = $1 order by number desc limit 1`,
    [slug],
  )
  return row?.id ?? ''
}

async function paper(path: string): Promise<Buffer> {
  const answer = await site.ask(path)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

async function sent(bytes: Uint8Array<ArrayBuffer>, from: string): Promise<{ status: number; text: string }> {
  const form = new FormData()
  form.set('file', new File([bytes], 'naskah.pdf', { type: 'application/pdf' }))
  const answer = await site.post('/cek', form, { from })
  return { status: answer.status, text: await answer.text() }
}

const kindOf = async (bytes: Uint8Array) => {
  const result = await checkFile(bytes, office.ports)
  return result.ok ? result.value.kind : result.refusal.code === 'invalid' ? result.refusal.errors[0]?.code : result.refusal.code
}

/** The whole sentence of a page, without markup. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

async function signatory(): Promise<Visitor> {
  const visitor = await office.hire('Kepala Dinas', ['head'], ['signatory'])
  if (visitor.kind !== 'person') throw new Error('nobody was hired')
  return { kind: 'person', person: { ...visitor.person, seats: visitor.person.seats.map((seat) => ({ ...seat, signs: true })) } }
}

describe('the code on a paper', () => {
  it('says that the version is in force, and by which act', async () => {
    const answer = await site.ask(`/cek/${await codeOf('ruang', 2)}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(wordsOf(await answer.text())).toContain(
      'Versi 2 ditetapkan dengan SK Nomor 2 /TAHUN 2026 tanggal 17 Maret 2026 dan berlaku sejak 1 April 2026.',
    )
  })

  it('says what took the place of the version, with the way there and the digest', async () => {
    const html = await (await site.ask(`/cek/${await codeOf('ruang', 1)}`)).text()
    expect(wordsOf(html)).toContain(
      'Versi 1 (SK Nomor 1 /TAHUN 2026 tanggal 17 Maret 2026) diganti dengan SK Nomor 2 /TAHUN 2026',
    )
    expect(html).toContain('href="/standar/dispus/ruang/v/2"')
    expect(html).toContain('Baca versi yang berlaku sekarang')
    expect(html).toContain(digestOf(JSON.stringify(aFullStandard('Peminjaman Ruang'))))
  })

  it('says in English too that nothing has set the version', async () => {
    const answer = await site.ask(`/cek/${await codeOf('menunggu', 1)}`, { headers: { 'Accept-Language': 'en' } })
    expect(wordsOf(await answer.text())).toContain('Version 1 is approved, but no decree (SK) has set it and it is not in force.')
  })

  it('goes by the date of the agency: not yet in force in the evening before, in force after its midnight', async () => {
    const verdictAt = async (moment: string) => {
      office.setClock(Date.parse(moment))
      const checked = await readChecked(await codeOf('ruang', 2), office.ports)
      return checked.ok && checked.value.verdict
    }
    expect(await verdictAt('2026-03-31T16:59:00Z')).toBe('not-yet')
    const page = await (await site.ask(`/cek/${await codeOf('ruang', 2)}`)).text()
    expect(wordsOf(page)).toMatch(/Mulai berlaku 1 April 2026/)
    expect(await verdictAt('2026-03-31T17:00:00Z')).toBe('in-force')
    office.setClock(Date.parse('2026-06-15T02:00:00Z'))
  })

  it('tells a slip of the hand from a code that nothing has; V18: and a draft has none', async () => {
    const code = await codeOf('ruang', 2)
    const asked = async (path: string) => {
      const answer = await site.ask(path)
      return [answer.status, /salah ketik|tidak dikenal/.exec(await answer.text())?.[0]]
    }
    const other = code.startsWith('A') ? 'B' : 'A'
    expect(await asked(`/cek/${other}${code.slice(1)}`)).toEqual([404, 'salah ketik'])
    expect(await asked(`/cek?kode=${code.slice(2)}`)).toEqual([200, 'salah ketik'])
    expect(await asked(`/cek/${await codeOf('ruang', 3)}`)).toEqual([404, 'tidak dikenal'])
    expect(await asked('/cek/%F0%9F%98%80')).toEqual([404, 'salah ketik'])
  })

  it('is taken as it is typed', async () => {
    const code = await codeOf('ruang', 2)
    const answer = await site.ask(`/cek?kode=${code.toLowerCase().replaceAll('-', '+')}`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/cek/${code}`])
  })

  it('names the version apart from another with the very same text', async () => {
    await standard('kembar', version('superseded', '8 /TAHUN 2026', 2), version('published', '9 /TAHUN 2026'))
    expect(await codeOf('kembar', 1)).not.toBe(await codeOf('kembar', 2))
    const [first, second] = [
      await site.ask(`/cek/${await codeOf('kembar', 1)}`),
      await site.ask(`/cek/${await codeOf('kembar', 2)}`),
    ]
    expect([await first.text(), await second.text()].map((text) => /Tidak berlaku lagi|>Berlaku</.exec(text)?.[0])).toEqual([
      'Tidak berlaku lagi',
      '>Berlaku<',
    ])
  })

  it('is found by its index', async () => {
    const plan = await opened.db.transaction(async (tx) => {
      await rows(tx, 'set local enable_seqscan = off')
      return rows(tx, `explain select 1 from public_versions v where ${sealOf('v')} = repeat('0', 20)`)
    })
    expect(JSON.stringify(plan)).toContain('versions_seal')
  })
})

describe('GET /verify/{code}', () => {
  it('tells a program the same', async () => {
    const code = await codeOf('ruang', 1)
    const answer = await site.ask(`/api/v1/verify/${code.toLowerCase()}`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      ...{ code, verdict: 'superseded', standard: 'dispus/ruang', version: 1, versionInForce: 2, revoked: null },
      decree: { number: '1 /TAHUN 2026', signedOn: '2026-03-17', effectiveOn: '2026-04-01' },
      replacedBy: { version: 2, decree: { number: '2 /TAHUN 2026' } },
    })
  })

  it('refuses a slip as one, and knows nothing of a draft', async () => {
    const code = await codeOf('ruang', 1)
    const slip = await site.ask(`/api/v1/verify/${code.slice(1)}`)
    expect([slip.status, await slip.json()]).toMatchObject([422, { errors: [{ path: '/code', code: 'bad-code' }] }])
    expect((await site.ask(`/api/v1/verify/${await codeOf('ruang', 3)}`)).status).toBe(404)
  })
})

describe('a PDF that comes back', () => {
  it('is genuine as it was made, altered when one byte differs, and after a revocation says so and by which SK', async () => {
    const pdf = await paper('/standar/dispus/dicabut/sk.pdf')
    const genuine = await sent(new Uint8Array(pdf), '10.1.0.1')
    expect(genuine.status).toBe(200)
    expect(wordsOf(genuine.text)).toMatch(
      /Berkas ini asli .*naskah “SK” yang dibuat layanan ini pada 15 Juni 2026.* Berlaku Versi 1/,
    )

    const changed = new Uint8Array(pdf)
    const middle = Math.floor(changed.length / 2)
    changed[middle] = (changed[middle] ?? 0) ^ 1
    const altered = await sent(changed, '10.1.0.1')
    expect(altered.status).toBe(200)
    expect(wordsOf(altered.text)).toContain('Berkas ini sudah diubah')
    expect(altered.text).not.toContain('Berkas ini asli')

    const ended = await revoke(
      {
        ...{ visitor: await signatory(), agencyId: 'dispus', decreeId: await decreeOf('dicabut'), standards: 'all' },
        ...{
          number: { kind: 'by-hand', text: '19 /TAHUN 2026' },
          signedOn: '2026-06-15',
          effectiveOn: '2026-06-15',
          positionId: 'head',
        },
        reason: 'Layanan dialihkan: lihat dinas lain',
      },
      office.ports,
    )
    expect(ended).toMatchObject({ ok: true })
    const [, address] = /\/URI \(([^)]*\/cek\/[^)]*)\)/.exec(pdf.toString('latin1')) ?? [
      null,
      `/cek/${await codeOf('dicabut', 1)}`,
    ]
    const after = wordsOf(await (await site.ask(new URL(address ?? '', 'http://localhost').pathname)).text())
    expect(after).toContain(
      'Versi 1 (SK Nomor 5 /TAHUN 2026 tanggal 17 Maret 2026) dicabut dengan SK Nomor 19 /TAHUN 2026 tanggal 15 Juni 2026.',
    )
    expect(after).toContain('Layanan dialihkan: lihat dinas lain')
    expect(wordsOf((await sent(new Uint8Array(pdf), '10.1.0.1')).text)).toMatch(/Berkas ini asli .*Tidak berlaku lagi: dicabut/)
  })

  it('is called altered wherever the byte lies, in its first and last and in its code as well', async () => {
    const pdf = new Uint8Array(await paper('/standar/dispus/cetak/lembar.pdf'))
    const code = Buffer.from(await codeOf('cetak', 1))
    const places = [0, 1, 4, pdf.length - 1, ...Array.from({ length: 60 }, (_, i) => Math.floor((i * pdf.length) / 60))]
    for (let at = Buffer.from(pdf).indexOf(code); at >= 0; at = Buffer.from(pdf).indexOf(code, at + 1)) places.push(at, at + 9)
    expect(places.length).toBeGreaterThanOrEqual(68)
    for (const at of places) {
      const changed = new Uint8Array(pdf)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      expect([at, await kindOf(changed)]).toEqual([at, 'altered'])
    }
    expect(await kindOf(pdf.subarray(0, pdf.length - 1))).toBe('altered')
    expect(await kindOf(pdf)).toBe('ours')
  })

  it('is called altered where another program packed the code or wrote it in two bytes a letter', async () => {
    const code = await codeOf('cetak', 1)
    const packed = deflateSync(Buffer.from(`/Keywords (${code})`))
    expect(await kindOf(Buffer.concat([Buffer.from('%PDF-1.7\nstream\r\n'), packed, Buffer.from('\nendstream')]))).toBe('altered')
    expect(await kindOf(Buffer.from(`%PDF-1.7 \ufeff${code}`, 'utf16le'))).toBe('altered')
  })

  it('is not one of ours when it bears no code of ours', async () => {
    const draft = await codeOf('ruang', 3)
    const bomb = deflateSync(Buffer.alloc(20 * limits.checkedFile.unpackedBytes))
    for (const text of ['%PDF-1.7 nothing', `%PDF-1.7 ${draft}`, '%PDF-1.7 AAAAAA-AAAAAA-AAAAAA stream\nendstream stream'])
      expect(await kindOf(Buffer.from(text))).toBe('unknown')
    expect(await kindOf(Buffer.concat([Buffer.from('%PDF-1.7 stream\n'), bomb, Buffer.from('endstream')]))).toBe('unknown')
  })

  it('is refused in words when it is empty, too large, no PDF or not there, and nothing of it is kept', async () => {
    const words = async (bytes: Uint8Array<ArrayBuffer>) => {
      const { status, text } = await sent(bytes, '10.1.0.2')
      return [status, /Berkas ini (kosong|lebih besar dari 10[^.]*|bukan PDF)\./.exec(wordsOf(text))?.[1]?.replace(/\s/, ' ')]
    }
    expect(await words(new Uint8Array())).toEqual([422, 'kosong'])
    expect(await words(new Uint8Array(limits.body.file + 1))).toMatchObject([422, expect.stringMatching(/^lebih besar dari 10/)])
    expect(await words(new TextEncoder().encode('Bukan PDF'))).toEqual([422, 'bukan PDF'])
    const none = await site.post('/cek', {}, { from: '10.1.0.2' })
    expect([none.status, (await none.text()).includes('Pilih berkas PDF')]).toEqual([422, true])
    const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'
    for (const [body, status] of [
      ['x', 422],
      [part, 400],
      [`${part}\r\n--b--`, 200],
    ] as const) {
      const headers = { 'Content-Type': 'multipart/form-data; boundary=b', Origin: office.ports.settings.origin }
      const answer = await site.ask('/cek', { method: 'POST', body, headers, from: '10.1.0.2' })
      expect([body, answer.status]).toEqual([body, status])
    }
    expect(await opened.execute('select 1 from files')).toEqual([])
  })

  it('is asked after only so often from one address', async () => {
    await opened.execute(`update rate_limits set count = 1000 where key like 'attached:%'`)
    const { status, text } = await sent(new Uint8Array([1]), '10.1.0.2')
    expect([status, text.includes('Terlalu banyak')]).toEqual([429, true])
  })
})

it('writes each paper down once, by its bytes', async () => {
  const asked = () => paper('/standar/dispus/cetak/v/1/komponen.pdf')
  const bytes = await asked()
  await asked()
  await opened.execute(`update agencies set revision = revision + 1 where id = 'dispus'`)
  expect((await asked()).equals(bytes)).toBe(true)
  const prints = await opened.execute<{ sha256: string }>(`select sha256 from paper_prints where paper = 'komponen'`)
  expect(prints).toEqual([{ sha256: createHash('sha256').update(bytes).digest('hex') }])
})

it('keeps knowing a paper whose letterhead has changed since', async () => {
  const before = new Uint8Array(await paper('/standar/dispus/ruang/lembar.pdf'))
  await opened.execute(
    `update agencies set revision = revision + 1, profile = jsonb_set(profile::jsonb, '{name}', '"Dinas Baru"') where id = 'dispus'`,
  )
  const after = new Uint8Array(await paper('/standar/dispus/ruang/lembar.pdf'))
  expect(Buffer.from(after).equals(Buffer.from(before))).toBe(false)
  expect([await kindOf(before), await kindOf(after)]).toEqual(['ours', 'ours'])
})
