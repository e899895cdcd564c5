import { agencies, expect, slugs, staff, test } from '../support/procedures.ts'

/**
 * Received on Friday 20 November 2026 at 14.00, in working hours. Working days end at the closing of the n-th one after the
 * day of receipt, working hours run on at the next opening, a bare day ends with the next day and rolls on to a working day.
 */
const received = '2026-11-20T14:00'
const classes = {
  ringan: 'Pengaduan ringan',
  normatif: 'Pengaduan bersifat normatif',
  tidak: 'Pengaduan tidak berkadar pengawasan',
  berkadar: 'Pengaduan berkadar pengawasan dan memerlukan pemeriksaan',
}
const content = 'Pembuatan Konten Media Sosial'
const other = 'Liputan Kegiatan'

const cases: readonly { about: string; kind: string; promise: string; due: string }[] = [
  { about: content, kind: classes.ringan, promise: '5 hari kerja', due: 'Jumat, 27 November 2026 pukul 16.30 WIB' },
  { about: content, kind: classes.normatif, promise: '5 hari kerja', due: 'Jumat, 27 November 2026 pukul 16.30 WIB' },
  { about: content, kind: classes.tidak, promise: '14 hari kerja', due: 'Kamis, 10 Desember 2026 pukul 16.00 WIB' },
  { about: content, kind: classes.berkadar, promise: '60 hari kerja', due: 'Jumat, 19 Februari 2027 pukul 15.30 WIB' },
  { about: other, kind: classes.ringan, promise: '3 jam kerja', due: 'Senin, 23 November 2026 pukul 08.00 WIB' },
  { about: other, kind: classes.normatif, promise: '5 jam kerja', due: 'Senin, 23 November 2026 pukul 10.00 WIB' },
  { about: other, kind: classes.tidak, promise: '1 hari', due: 'Senin, 23 November 2026 pukul 23.59 WIB' },
  { about: other, kind: classes.berkadar, promise: '30 hari kerja', due: 'Kamis, 7 Januari 2027 pukul 16.00 WIB' },
]

test.use({ javaScriptEnabled: false })

for (const [index, { about, kind, promise, due }] of cases.entries()) {
  test(`a complaint about ${about}, classed as ${kind}, is answered within ${promise}`, async ({ desk, page }) => {
    const { step } = desk
    const who = `Pelapor ${index + 1}`
    await desk.applyAt(agencies.purbalingga, slugs.complaint)
    await step.pick('Kanal', 'Halaman ini')
    await step.choose('Layanan yang diadukan', about)
    await step.write({
      Nama: who,
      'Kontak untuk jawaban': '0812 0000 0003',
      'Uraian aduan': `${who}: permohonan saya belum dijawab.`,
    })
    await step.send('Kirim pengaduan')
    const ticket = await desk.ticket()

    await desk.open(staff.pengaduan, 'Menerima, mencatat dan mengklasifikasi aduan', who)
    await step.write({ 'Tanggal dan jam terima': received })
    await step.choose('Klasifikasi', kind)
    await desk.finish('Teruskan kepada tim')

    // The browser of the complainant still has the request open.
    await page.goto('/lacak/saya')
    await expect(page.getByText(`Jatuh tempo ${due}`)).toBeVisible()

    await desk.open(staff.tim, 'Menelaah dan menyelesaikan aduan', who)
    const why = `^Jatuh tempo ${due}.*\\b${promise} sejak Jumat, 20 November 2026 pukul 14.00 WIB`
    // The history tells the same sentence once more.
    await expect(page.getByText(new RegExp(why)).first()).toBeVisible()
    await expect(step.field('Pemeriksaan')).toHaveCount(kind === classes.berkadar ? 1 : 0)
    if (kind === classes.berkadar) await step.write({ Pemeriksaan: 'Berkas dan saksi diperiksa.' })
    await step.write({
      'Hasil telaah': 'Benar terlambat.',
      Tindakan: 'Petugas ditegur.',
      'Jawaban kepada pengguna layanan': 'Mohon maaf.',
    })
    await desk.finish('Kirim jawaban')

    await desk.track(ticket)
    await expect(page.getByText('Mohon maaf.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Selesai')
  })
}
