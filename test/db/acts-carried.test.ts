import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { digestOf } from '#db/canonical-digest.ts'
import { type Opened, openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import journal from '#db/migrations/meta/_journal.json'
import { emptyDatabase, isEmbedded } from '#test/support/postgres.ts'

const folder = join(import.meta.dirname, '../../db/migrations')

/** A database as the release before the acts left it. */
async function before(opened: Opened) {
  await opened.execute('create schema drizzle')
  await opened.execute('create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)')
  for (const { tag, when } of journal.entries.filter(({ tag }) => tag < '0015')) {
    const text = await readFile(join(folder, `${tag}.sql`), 'utf8')
    for (const statement of text.split('--> statement-breakpoint')) await opened.execute(statement)
    await opened.execute('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2::bigint)', [
      digestOf(text),
      when,
    ])
  }
}

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`

/** A decree of 2024 that set the standards, and how each ended: by a note, or by the version that replaced it. */
async function ended(opened: Opened, decree: number, number: string, standards: Readonly<Record<string, string>>) {
  await opened.execute(
    `insert into decrees (agency_id, id, year, number, number_key, origin, about, signed_on, effective_on, signatory, status, revoked_reason, created_at)
     values ('dispus', $1::uuid, 2024, $2, upper(replace($2, ' ', '')), 'by-hand', 'Standar', '2024-02-01', '2024-02-01',
       '{"name": "Asha"}', 'revoked', 'x', '2024-02-01')`,
    [id(decree), number],
  )
  for (const [slug, note] of Object.entries(standards)) {
    await opened.execute(`insert into standards (agency_id, slug, title) values ('dispus', $1, $1)`, [slug])
    await opened.execute(
      `with item as (insert into decree_items (agency_id, decree_id, slug, version, digest) values ('dispus', $1::uuid, $2, 1, $3))
       insert into versions (agency_id, slug, number, status, body, digest, decree_id) values ('dispus', $2, 1, 'revoked', '{}', $3, $1::uuid)`,
      [id(decree), slug, digestOf('{}')],
    )
    await opened.execute(
      `insert into version_acts (agency_id, id, slug, number, act, note, at) values ('dispus', gen_random_uuid(), $1, 1, 'revoked', $2, '2025-03-31T18:00:00Z')`,
      [slug, note],
    )
  }
}

it.skipIf(isEmbedded())('carries what was revoked by a note into acts of the register, as far as the note tells', async () => {
  const opened = await openDatabase({ url: await emptyDatabase(), dataDir: '' })
  try {
    await before(opened)
    await opened.execute(
      `insert into agencies (id, name, profile, time_zone) values ('dispus', 'Dispus', '{"government": "P", "name": "D", "shortName": "D", "place": "K"}', 'Asia/Jakarta')`,
    )
    await ended(opened, 1, '1 /TAHUN 2024', {
      ruang: 'SK 9 /2025: Diganti aplikasi',
      denah: 'sk 9/2025: Sama',
      lain: 'tanpa nomor',
    })
    await ended(opened, 2, '9', { sendiri: '1 /TAHUN 2025: Tidak dipakai' })
    await migrateDatabase(opened)

    const acts = await opened.execute(
      `select act, number, origin, signed_on::text as "signedOn", about, reason, status from decrees where origin = 'noted' order by number`,
    )
    const noted = { act: 'revoke', origin: 'noted', signedOn: '2025-04-01', status: 'in-force' }
    expect(acts).toEqual([
      { ...noted, number: '1 /TAHUN 2025', about: 'Pencabutan Keputusan Nomor 9', reason: 'Tidak dipakai' },
      { ...noted, number: 'SK 9 /2025', about: 'Pencabutan Keputusan Nomor 1 /TAHUN 2024', reason: 'Diganti aplikasi' },
    ])
    const effects = await opened.execute(
      `select a.number as by, e.slug, e.effect, e.place from decree_effects e join decrees a on a.id = e.decree_id order by e.slug`,
    )
    expect(effects).toEqual([
      { by: 'SK 9 /2025', slug: 'denah', effect: 'revokes', place: 1 },
      { by: 'SK 9 /2025', slug: 'ruang', effect: 'revokes', place: 2 },
      { by: '1 /TAHUN 2025', slug: 'sendiri', effect: 'revokes', place: 1 },
    ])
    const places = await opened.execute(`select slug, place from decree_items where decree_id = $1::uuid order by place`, [id(1)])
    expect(places).toEqual([
      { slug: 'denah', place: 1 },
      { slug: 'lain', place: 2 },
      { slug: 'ruang', place: 3 },
    ])
  } finally {
    await opened.close()
  }
})
