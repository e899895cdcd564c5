import { photos } from '../support/desk.ts'
import { agencies, expect, slugs, staff, test } from '../support/procedures.ts'

const caption = (length: number) => 'Gotong-royong.'.repeat(15).slice(0, length)
const submit =
  'Menyerahkan Dokumentasi Kegiatan dan konten berita baik dalam bentuk video dan/atau foto maupun narasi hasil kegiatan tersebut kepada Tim Pertimbangan Pelayanan Informasi'
const check = 'Mengontrol dan mengkoreksi hasil dokumentasi dan konten yang diterima'
const decide = 'Memberikan keputusan dan pertimbangan terhadap dokumentasi dan konten berita yang akan di upload di media sosial'
const publish =
  'Mengunggah hasil Verifikasi Dokumentasi dan Persetujuan yang telah ditandatangani Tim Pertimbangan Pelayanan Informasi dan/atau Ketua PPID Pembantu dan/atau Atasan PPID Pembantu ke Media Sosial'

test('documentation is refused when it is too little, rejected back to step 1 by both who judge, and uploaded at last', async ({
  desk,
  page,
  tolerate,
}) => {
  tolerate(/status of 422/)
  // A long walk through many pages: three times the usual limit on a busy machine.
  test.slow()
  const { step } = desk
  const name = 'Kerja bakti Kalurahan Sumbergiri'
  await desk.seat(staff.pelaksana)
  await page.goto('/kerja/mulai')
  await page.locator(`a[href^="/kerja/mulai/${agencies.ponjong}/${slugs.upload}?"]`).first().click()
  const narration = 'Warga membersihkan saluran air.\nKegiatan selesai pukul sebelas.'

  await test.step('four files and 201 characters are refused, and nothing typed or uploaded is lost', async () => {
    await step.write({ 'Nama kegiatan': name, 'Tanggal kegiatan': '2026-11-20', 'Narasi berita': narration })
    await step.write({ 'Caption kegiatan': caption(201) })
    await step.attach('Dokumentasi (video dan/atau foto)', photos(4))
    await step.send('Serahkan')
    const summary = page.locator('#error-summary')
    await expect(summary).toContainText('Dokumentasi (video dan/atau foto)')
    await expect(summary).toContainText('paling banyak 200 karakter')
    await expect(step.field('Nama kegiatan')).toHaveValue(name)
    await expect(step.field('Tanggal kegiatan')).toHaveValue('2026-11-20')
    await expect(step.field('Narasi berita')).toHaveValue(narration)
    await expect(step.field('Caption kegiatan')).toHaveValue(caption(201))
    for (const file of photos(4)) await expect(step.form.getByText(file.name)).toBeVisible()
  })

  await step.write({ 'Caption kegiatan': caption(200) })
  await step.attach('Dokumentasi (video dan/atau foto)', photos(1, 'susulan'))
  await step.send('Serahkan')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  const receive = async () => {
    await desk.open(staff.pertimbangan, 'Menerima hasil Dokumentasi Kegiatan dan konten berita dari Tim Pelaksana', name)
    await expect(page.getByRole('link', { name: 'susulan-1.png' })).toBeVisible()
    await step.choose('Kelengkapan yang diterima', 'Dokumentasi', 'Narasi berita', 'Caption kegiatan')
    await desk.finish('Terima dan teruskan')
  }
  const submitAgain = async (reason: string, words: string) => {
    await desk.open(staff.pelaksana, submit, name)
    await expect(page.getByText(reason).first()).toBeVisible()
    // What was given before stands in the form: only what was asked for is changed.
    await expect(step.field('Narasi berita')).toHaveValue(narration)
    for (const file of photos(4)) await expect(step.form.getByText(file.name)).toBeVisible()
    await step.write({ 'Caption kegiatan': words })
    await desk.finish('Serahkan')
  }

  await receive()
  await desk.open(staff.sekretarisPpid, check, name)
  await desk.decide('Tolak', 'Sebutkan nama padukuhan.')
  await desk.finish('Kirim')

  await submitAgain('Sebutkan nama padukuhan.', 'Kerja bakti di Padukuhan Karang.')
  await receive()
  await desk.open(staff.sekretarisPpid, check, name)
  await desk.decide('Terima')
  await desk.finish('Kirim')
  await desk.open(staff.atasanPpid, decide, name)
  await step.write({ Pertimbangan: 'Foto sudah baik.' })
  await desk.decide('Tolak', 'Cantumkan tanggal kegiatan.')
  await desk.finish('Kirim')

  await submitAgain('Cantumkan tanggal kegiatan.', 'Kerja bakti di Padukuhan Karang, 20 November 2026.')
  await receive()
  await desk.open(staff.sekretarisPpid, check, name)
  await desk.decide('Terima')
  await desk.finish('Kirim')
  // Any one of three may decide; this time the one who received it.
  await desk.open(staff.pertimbangan, decide, name)
  await step.write({ Pertimbangan: 'Layak diunggah.' })
  await desk.decide('Terima')
  await desk.finish('Kirim')

  await desk.open(staff.adminMedsos, publish, name)
  await expect(page.getByText('Kerja bakti di Padukuhan Karang, 20 November 2026.')).toBeVisible()
  await step.choose('Kanal', 'Instagram')
  await step.write({ 'Tautan unggahan': 'https://www.instagram.com/p/ponjong', 'Waktu unggah': '2026-11-21T10:00' })
  await step.confirm(
    'Dokumentasi minimal 5 telah diperiksa',
    'Narasi berita telah diperiksa',
    'Caption paling banyak 200 karakter telah diperiksa',
  )
  await desk.finish('Selesai diunggah')
})
