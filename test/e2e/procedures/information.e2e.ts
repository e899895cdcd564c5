import { aPdf } from '../support/desk.ts'
import { agencies, expect, slugs, staff, test } from '../support/procedures.ts'

test('information is ordered, published, received by the public and reported back in one cycle', async ({ desk, page }) => {
  const { step } = desk
  const theme = 'Jadwal imunisasi anak'
  await desk.seat(staff.kabidPikp)
  await page.goto('/kerja/mulai')
  await page.locator(`a[href^="/kerja/mulai/${agencies.serdang}/${slugs.information}?"]`).first().click()
  await step.write({ Tema: theme, Periode: 'November 2026', Instruksi: 'Tayangkan setiap pekan.' })
  await step.choose('Kanal', 'Facebook', 'Instagram')
  await step.send('Perintahkan')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(theme)
  const instance = page.url().split('?')[0] ?? ''

  await desk.open(staff.pranata, 'Mendelegasikan dan mengkoordinasikan kepada petugas/administrator', theme)
  await step.write({ 'Pembagian tugas': 'Citra menulis dan menayangkan.' })
  await desk.dispose([staff.petugas], 'Mulai hari ini.')
  await desk.finish('Delegasikan')

  await desk.open(staff.petugas, 'Memonitor dan mempublikasikan informasi publik', theme)
  const row = (number: number) => step.form.locator('.task-form__row').nth(number)
  const describe = async (number: number, kind: string, channel: string) => {
    await row(number)
      .getByRole('radiogroup', { name: /^Jenis/ })
      .getByLabel(kind)
      .check()
    await row(number)
      .getByRole('radiogroup', { name: /^Kanal/ })
      .getByLabel(channel)
      .check()
    await row(number)
      .getByLabel(/^Tautan/)
      .fill(`https://example.test/${number}`)
    await row(number)
      .getByLabel(/^Waktu tayang/)
      .fill('2026-11-21T09:00')
  }
  await describe(0, 'Grafis', 'Instagram')
  await step.form.getByRole('button', { name: 'Tambah', exact: false }).click()
  await expect(row(1)).toBeVisible()
  await expect(row(0).getByLabel(/^Tautan/)).toHaveValue('https://example.test/0')
  await describe(1, 'Teks', 'Facebook')
  await desk.finish('Simpan publikasi')

  await test.step('the public received it, though nobody there has an account', async () => {
    await page.goto(instance)
    await expect(page.getByText('Menerima informasi yang dipublikasikan').first()).toBeVisible()
  })

  await desk.open(staff.petugas, 'Mengelola konten, berinteraksi dengan masyarakat dan menyusun laporan monitoring', theme)
  await step.write({ 'Jumlah komentar dan pertanyaan': '17', 'Ringkasan hasil monitoring': 'Warga menanyakan lokasi posyandu.' })
  await step.attach('Laporan hasil monitoring', [aPdf('laporan-monitoring')])
  await desk.finish('Laporkan')

  await desk.open(staff.kabidPikp, 'Menerima laporan hasil monitoring', theme)
  await expect(page.getByRole('link', { name: 'laporan-monitoring.pdf' })).toBeVisible()
  await step.write({ 'Tindak lanjut': 'Teruskan bulan depan.' })
  await desk.finish('Laporan diterima')
  await page.goto(instance)
  await expect(page.getByRole('main')).toContainText('Selesai')
})
