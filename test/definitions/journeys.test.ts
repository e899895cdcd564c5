import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  AgencyFile,
  CalendarTemplate,
  type Command,
  type Context,
  decide,
  evolve,
  type InstanceState,
  initialState,
  instantOf,
  type PersonId,
  type PositionId,
  printInstant,
  type Seat,
  StandardFile,
  type Submission,
  shippedCalendar,
} from '#engine'
import { freshIdsNeeded } from '#engine/instance/context.ts'
import { aDigest } from '#test/engine/office.ts'

const root = fileURLToPath(new URL('../../definitions/', import.meta.url))
const read = (path: string): unknown => JSON.parse(readFileSync(root + path, 'utf8'))
const templates = [CalendarTemplate.parse(read('calendars/indonesia.json'))]
const applicant: Actor = { kind: 'applicant' }
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11), 'Asia/Jakarta')

type Said = Record<string, unknown>
type More = { outcome?: string; reason?: string; to?: readonly string[] }

/** An office in which every position is held by one person of the same name. */
class Office {
  readonly agency: AgencyFile
  readonly seats: readonly Seat[]
  readonly definition: StandardFile['definition']
  state: InstanceState = initialState
  #orders = 0

  constructor(folder: string, slug: string) {
    this.agency = AgencyFile.parse(read(`agencies/${folder}/agency.json`))
    this.definition = StandardFile.parse(read(`agencies/${folder}/standards/${slug}.json`)).definition
    this.seats = this.agency.positions.map(({ id, title }) => ({
      positionId: id,
      personId: id as string as PersonId,
      kind: 'definitive',
      title,
    }))
  }

  start(when: string, who: string, data: Said, more: More = {}) {
    return this.#order({ type: 'Start', submission: this.#submission(data, more) }, when, who)
  }

  does(when: string, who: string, node: string, data: Said = {}, more: More = {}) {
    const task = this.state.open.find((open) => open.node === node)
    if (!task) throw new Error(`${node} is not open, but ${this.open.join()}`)
    return this.#order({ type: 'Complete', taskId: task.taskId, submission: this.#submission(data, more) }, when, who)
  }

  get open(): readonly string[] {
    return this.state.open.map(({ node }) => node)
  }

  get due(): string | null {
    return this.state.due && printInstant(this.state.due.at, 'Asia/Jakarta', 'id')
  }

  #order(command: Command, when: string, who: string): string | readonly unknown[] {
    const own = this.seats.filter(({ positionId }) => positionId === who)
    const actor: Actor = who === 'pemohon' ? applicant : { kind: 'person', personId: who as PersonId, name: who, seats: own }
    this.#orders += 1
    const freshIds = Array.from({ length: freshIdsNeeded }, (_, n) => `t${this.#orders}-${n}`)
    const context: Context = {
      at: at(when),
      freshIds,
      calendar: shippedCalendar(this.agency, templates),
      actor,
      seats: this.seats,
      superiors: {},
      digest: aDigest,
    }
    const decision = decide(command, this.state, this.definition, context)
    if (!decision.ok)
      return decision.refusal.code === 'invalid-input'
        ? decision.refusal.errors.map(({ path, code }) => `${path} ${code}`)
        : decision.refusal.code
    this.state = decision.events.reduce(evolve, this.state)
    return 'done'
  }

  #submission(data: Said, { outcome = 'submit', reason, to }: More): Submission {
    const disposition = to && {
      assignees: to.map((id) => ({
        positionId: id as PositionId,
        personId: id.startsWith('staf') || id.startsWith('petugas') ? (id as PersonId) : null,
      })),
      instruction: 'Mohon ditindaklanjuti',
    }
    return { outcome: outcome as Submission['outcome'], data, reason, disposition }
  }
}

const letter = {
  nomorSurat: '005/123/2026',
  tanggalSurat: '2026-11-16',
  fileSurat: [file(1)],
  suratDitandatangani: true,
  suratDicap: true,
}
const revise = { outcome: 'revise', reason: 'Perbaiki judul' }
const accept = { outcome: 'accept' }
function file(n: number) {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}
const files = (count: number) => Array.from({ length: count }, (_, i) => file(i + 1))

describe('social media content', () => {
  it('runs through a revision asked by the reviewer and one by the applicant, and waits for the applicant without counting', () => {
    const office = new Office('dinkominfo-purbalingga', 'pembuatan-konten-media-sosial')
    const request = {
      opd: 'Dinas Kesehatan',
      penandaTangan: 'Sari',
      jabatanPenandaTangan: 'kepala-opd',
      ...letter,
      judulKonten: 'Imunisasi',
      jumlahKonten: 1,
      narahubung: 'Sari 0812',
    }
    expect(office.start('2026-11-16T08:00', 'kepala-dinas', request)).toBe('may-not-start')
    expect(office.start('2026-11-16T08:00', 'pemohon', { ...request, suratDicap: false })).toEqual(['suratDicap must-be-yes'])
    expect(office.start('2026-11-16T08:00', 'pemohon', request)).toBe('done')
    expect(office.due).toBe('Selasa, 17 November 2026 pukul 16.00 WIB')
    expect(office.does('2026-11-16T08:30', 'sekretaris', 'mendisposisi', {}, { to: ['kabid-ikp'] })).toBe('done')
    expect(office.does('2026-11-16T08:40', 'jf-ikp', 'mengkaji', {}, { to: ['staf-ikp'] })).toBe('not-a-candidate')
    expect(office.does('2026-11-16T08:40', 'kabid-ikp', 'mengkaji', { hasilKajian: 'Layak' }, { to: ['staf-ikp'] })).toBe('done')
    expect(
      office.does('2026-11-16T09:00', 'staf-ikp', 'memproses', {
        bentukKonten: 'tautan',
        tautanKonten: 'https://contoh.go.id/1',
      }),
    ).toBe('done')
    expect(office.does('2026-11-16T10:00', 'jf-ikp', 'memeriksa-bidang', {}, { outcome: 'revise' })).toBe('reason-required')
    expect(office.does('2026-11-16T10:00', 'jf-ikp', 'memeriksa-bidang', {}, revise)).toBe('done')
    expect(office.does('2026-11-16T10:30', 'staf-ikp', 'memperbaiki', { kontenBaru: files(1) })).toBe('done')
    expect(office.does('2026-11-16T11:00', 'kabid-ikp', 'memeriksa-bidang', {}, accept)).toBe('done')
    expect(office.does('2026-11-18T11:00', 'pemohon', 'memeriksa-pemohon', {}, revise)).toBe('done')
    expect(office.due).toBe('Kamis, 19 November 2026 pukul 16.00 WIB')
    expect(office.does('2026-11-18T12:00', 'staf-ikp', 'memperbaiki', { kontenBaru: files(2) })).toBe('done')
    expect(office.does('2026-11-18T13:00', 'kabid-ikp', 'memeriksa-bidang', {}, accept)).toBe('done')
    expect(office.does('2026-11-18T14:00', 'pemohon', 'memeriksa-pemohon', {}, accept)).toBe('done')
    expect(
      office.does('2026-11-18T15:00', 'staf-ikp', 'menyerahkan-hasil', { bentukAkhir: 'berkas', berkasAkhir: files(1) }),
    ).toBe('done')
    expect(office.state.status).toBe('completed')
  })
})

describe('event coverage', () => {
  it('is due four clock hours after the event, and loops until the release is right', () => {
    const office = new Office('dinkominfo-purbalingga', 'liputan-kegiatan')
    const event = {
      pemohon: 'Panitia',
      ...letter,
      namaKegiatan: 'Kerja bakti',
      waktuKegiatan: '2026-11-22T08:00',
      lokasi: 'Alun-alun',
      narahubung: 'Budi',
    }
    expect(office.start('2026-11-18T08:00', 'pemohon', event)).toBe('done')
    expect(office.due).toBe('Minggu, 22 November 2026 pukul 12.00 WIB')
    office.does('2026-11-18T09:00', 'kepala-dinas', 'mendisposisi', {}, { to: ['kabid-ikp', 'jf-ikp'] })
    office.does('2026-11-18T10:00', 'jf-ikp', 'mengkaji', { catatanKajian: 'Liput' }, { to: ['staf-ikp'] })
    office.does('2026-11-22T09:00', 'staf-ikp', 'meliput', {
      liputanMulai: '2026-11-22T08:00',
      liputanSelesai: '2026-11-22T09:00',
      fotoRekaman: files(3),
    })
    office.does('2026-11-22T10:00', 'staf-ikp', 'menyusun-rilis', {
      judulRilis: 'Kerja bakti',
      isiRilis: 'Isi',
      fotoTerpilih: files(1),
    })
    for (const hour of ['10:10', '10:30']) {
      expect(office.does(`2026-11-22T${hour}`, 'kabid-ikp', 'memeriksa', {}, revise)).toBe('done')
      expect(office.does(`2026-11-22T${hour}`, 'staf-ikp', 'memperbaiki', { isiRilisBaru: 'Isi baru' })).toBe('done')
    }
    office.does('2026-11-22T11:00', 'kabid-ikp', 'memeriksa', {}, accept)
    const links = { tautanWebsite: 'https://contoh.go.id/b', buktiEmail: files(1), tautanMediaSosial: 'https://contoh.go.id/m' }
    expect(office.does('2026-11-22T11:30', 'staf-ikp', 'mengunggah', links)).toBe('done')
    expect(office.state.status).toBe('completed')
  })
})

describe('complaints', () => {
  it.each([
    ['pembuatan-konten', 'ringan', 'Jumat, 27 November 2026 pukul 16.30 WIB'],
    ['pembuatan-konten', 'normatif', 'Jumat, 27 November 2026 pukul 16.30 WIB'],
    ['pembuatan-konten', 'tidak-berkadar', 'Kamis, 10 Desember 2026 pukul 16.00 WIB'],
    ['pembuatan-konten', 'berkadar', 'Jumat, 19 Februari 2027 pukul 15.30 WIB'],
    ['liputan', 'ringan', 'Jumat, 20 November 2026 pukul 13.30 WIB'],
    ['liputan', 'normatif', 'Jumat, 20 November 2026 pukul 15.30 WIB'],
    ['liputan', 'tidak-berkadar', 'Senin, 23 November 2026 pukul 23.59 WIB'],
    ['lainnya', 'berkadar', 'Kamis, 7 Januari 2027 pukul 16.00 WIB'],
  ])('about %s, classed as %s, is due %s', (layananTerkait, klasifikasi, due) => {
    const office = new Office('dinkominfo-purbalingga', 'penanganan-pengaduan')
    const complaint = { kanalAduan: 'telepon', kontakPelapor: '0812', layananTerkait, uraianAduan: 'Lambat' }
    const who = klasifikasi === 'ringan' ? 'pejabat-pengaduan' : 'pemohon'
    expect(office.start('2026-11-20T09:00', who, complaint)).toBe('done')
    expect(office.due).toBeNull()
    expect(
      office.does('2026-11-20T09:10', 'pejabat-pengaduan', 'menerima', { waktuTerima: '2026-11-20T09:00', klasifikasi }),
    ).toBe('done')
    expect(office.due).toBe(due)
    const answer = { hasilTelaah: 'Benar', tindakan: 'Diperbaiki', jawaban: 'Terima kasih' }
    const inspected = klasifikasi === 'berkadar' ? { ...answer, pemeriksaan: 'Diperiksa' } : answer
    if (klasifikasi === 'berkadar')
      expect(office.does('2026-11-20T10:00', 'tim-pengaduan', 'menyelesaikan', answer)).toEqual(['pemeriksaan required'])
    expect(office.does('2026-11-20T10:00', 'tim-pengaduan', 'menyelesaikan', inspected)).toBe('done')
    expect(office.state.status).toBe('completed')
  })
})

describe('uploading content', () => {
  const content = {
    namaKegiatan: 'Gotong royong',
    tanggalKegiatan: '2026-11-18',
    dokumentasi: files(5),
    narasi: 'Narasi',
    caption: 'x'.repeat(200),
  }
  const received = { kelengkapan: ['dokumentasi', 'narasi', 'caption'] }
  const rejection = { outcome: 'reject', reason: 'Foto buram' }

  it('refuses four files and 201 characters', () => {
    const office = new Office('kapanewon-ponjong', 'alur-upload-konten-media-sosial')
    const poor = { ...content, dokumentasi: files(4), caption: 'x'.repeat(201) }
    expect(office.start('2026-11-18T10:00', 'tim-pelaksana', poor)).toEqual(['dokumentasi too-few', 'caption too-long'])
  })

  it('goes back to step 1 from both diamonds, and ends uploaded', () => {
    const office = new Office('kapanewon-ponjong', 'alur-upload-konten-media-sosial')
    expect(office.start('2026-11-18T10:00', 'tim-pelaksana', content)).toBe('done')
    office.does('2026-11-18T11:00', 'tim-pertimbangan', 'menerima', received)
    expect(office.does('2026-11-18T12:00', 'sekretaris-ppid-pembantu', 'mengoreksi', {}, rejection)).toBe('done')
    expect(office.open).toEqual(['menyerahkan'])
    office.does('2026-11-18T13:00', 'tim-pelaksana', 'menyerahkan', content)
    office.does('2026-11-18T14:00', 'tim-pertimbangan', 'menerima', received)
    office.does('2026-11-18T14:10', 'sekretaris-ppid-pembantu', 'mengoreksi', {}, accept)
    expect(office.does('2026-11-18T14:20', 'admin-medsos', 'memutuskan', { pertimbangan: 'x' }, accept)).toBe('not-a-candidate')
    expect(office.does('2026-11-18T14:20', 'ketua-ppid-pembantu', 'memutuskan', { pertimbangan: 'Ulangi' }, rejection)).toBe(
      'done',
    )
    expect(office.open).toEqual(['menyerahkan'])
    office.does('2026-11-18T15:00', 'tim-pelaksana', 'menyerahkan', content)
    office.does('2026-11-18T15:10', 'tim-pertimbangan', 'menerima', received)
    office.does('2026-11-18T15:20', 'sekretaris-ppid-pembantu', 'mengoreksi', {}, accept)
    office.does('2026-11-18T15:30', 'tim-pertimbangan', 'memutuskan', { pertimbangan: 'Layak' }, accept)
    const checks = { cekDokumentasi: true, cekNarasi: true, cekCaption: true }
    const upload = {
      kanalUnggah: ['instagram'],
      tautanUnggahan: 'https://contoh.go.id/p',
      waktuUnggah: '2026-11-18T16:00',
      ...checks,
    }
    expect(office.state.open[0]?.due?.at).toBe(at('2026-11-19T00:00') - 1)
    expect(office.does('2026-11-18T16:00', 'admin-medsos', 'mengunggah', upload)).toBe('done')
    expect(office.state.status).toBe('completed')
    expect(office.state.rounds).toMatchObject({ menyerahkan: 3 })
  })
})

describe('information on social media', () => {
  it('runs its whole cycle; the public receives without a task', () => {
    const office = new Office('diskominfo-serdang-bedagai', 'informasi-di-media-sosial')
    expect(
      office.start('2026-11-18T10:00', 'kabid-pikp', { tema: 'Stunting', kanal: ['facebook'], periode: 'Desember 2026' }),
    ).toBe('done')
    expect(office.due).toBe('Senin, 4 Januari 2027 pukul 16.00 WIB')
    office.does('2026-11-18T11:00', 'pranata-humas-muda', 'mendelegasikan', { jadwal: 'Tiap pekan' }, { to: ['petugas-medsos'] })
    const row = {
      jenisKonten: 'video',
      kanalKonten: 'facebook',
      tautanKonten: 'https://contoh.go.id/v',
      waktuTayang: '2026-11-19T09:00',
    }
    expect(office.does('2026-11-19T10:00', 'petugas-medsos', 'mempublikasikan', { daftarKonten: [row] })).toBe('done')
    expect(office.open).toEqual(['mengelola'])
    office.does('2026-12-18T10:00', 'petugas-medsos', 'mengelola', { ringkasanMonitoring: 'Baik', laporanMonitoring: files(1) })
    expect(office.does('2026-12-18T11:00', 'kabid-pikp', 'menerima-laporan')).toBe('done')
    expect(office.state.status).toBe('completed')
  })
})

it('every shipped standard has its journey here', () =>
  expect(readdirSync(`${root}agencies`).flatMap((folder) => readdirSync(`${root}agencies/${folder}/standards`))).toHaveLength(5))
