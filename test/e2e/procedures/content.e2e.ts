import { aPdf } from '../support/desk.ts'
import { agencies, expect, slugs, staff, test } from '../support/procedures.ts'

test.use({ javaScriptEnabled: false })

const request = 'Kampanye bebas sampah plastik'

test('content goes from a letter to a finished post, repaired once for the office and once for its applicant, without scripts', async ({
  desk,
  page,
  tolerate,
}) => {
  tolerate(/status of 422/)
  // A long walk through many pages: three times the usual limit on a busy machine.
  test.slow()
  const { step } = desk
  await page.goto(`/standar/${agencies.purbalingga}/${slugs.content}`)
  await page.getByRole('main').locator(`a[href="/ajukan/${agencies.purbalingga}/${slugs.content}"]`).first().click()
  await step.write({
    'OPD/UPT pemohon': 'Dinas Lingkungan Hidup',
    'Nama penanda tangan surat': 'Siti Rahayu',
    'Nomor surat': '005/120/2026',
    'Tanggal surat': '2026-11-16',
    'Judul atau tujuan konten': request,
    'Jumlah konten': '2',
    Narahubung: 'Siti, 0812 0000 0001',
  })
  await step.choose('Jabatan penanda tangan', 'Kepala OPD')
  await step.choose('Kanal', 'Instagram', 'Facebook')
  await step.attach('Surat permohonan', [aPdf('surat-permohonan')])
  await step.confirm('Surat telah ditandatangani Kepala OPD dan/atau kepala UPT', 'Surat telah dibubuhi cap/stempel OPD')
  await step.send('Kirim permohonan')
  const ticket = await desk.ticket()

  await desk.open(staff.kepala, 'Mendisposisi surat ke bidang IKP', request)
  await expect(page.getByRole('link', { name: 'surat-permohonan.pdf' })).toBeVisible()
  await step.choose('Sifat', 'Segera')
  await desk.dispose(['Kepala Bidang IKP'], 'Kaji dan tindak lanjuti.')
  await desk.finish('Disposisikan')

  await desk.open(staff.kabid, 'Mengkaji permohonan dan mendisposisi kepada staf', request)
  await expect(page.getByText('Kaji dan tindak lanjuti.').first()).toBeVisible()
  await step.write({ 'Hasil kajian': 'Layak, bahan lengkap.' })
  await desk.dispose([staff.staf], 'Buat dua konten infografis.')
  await desk.finish('Disposisikan kepada staf')

  await desk.open(staff.staf, 'Memproses konten sesuai arahan', request)
  await expect(page.getByText('Buat dua konten infografis.').first()).toBeVisible()
  await step.choose('Bentuk konten', 'Berkas')
  await step.attach('Berkas konten', [aPdf('konten-versi-1')])
  await step.write({ Caption: 'Kurangi plastik sekali pakai.' })
  await desk.finish('Serahkan konten')

  await test.step('a draft that the office still checks is not shown outside', async () => {
    await desk.track(ticket)
    await expect(page.getByText('konten-versi-1.pdf')).toHaveCount(0)
  })

  await desk.open(staff.kabid, 'Memeriksa konten: ada revisi?', request)
  await desk.decide('Kembalikan untuk revisi')
  await step.send('Kirim')
  await expect(page.locator('#error-summary')).toContainText('alasan')
  await expect(step.form.getByRole('radio', { name: 'Kembalikan untuk revisi' })).toBeChecked()
  await desk.decide('Kembalikan untuk revisi', 'Logo dinas belum ada.')
  await desk.finish('Kirim')

  const repair = async (reason: string, file: string) => {
    await desk.open(staff.staf, 'Memperbaiki konten', request)
    await expect(page.getByText(reason).first()).toBeVisible()
    await step.attach('Berkas konten versi baru', [aPdf(file)])
    await step.write({ 'Tanggapan atas revisi': 'Sudah diperbaiki.' })
    await desk.finish('Serahkan perbaikan')
  }
  const accept = async () => {
    await desk.open(staff.kabid, 'Memeriksa konten: ada revisi?', request)
    await desk.decide('Setujui, tidak ada revisi')
    await desk.finish('Kirim')
  }
  await repair('Logo dinas belum ada.', 'konten-versi-2')
  await accept()

  await desk.track(ticket)
  await expect(page.getByRole('link', { name: 'konten-versi-2.pdf' })).toBeVisible()
  await desk.decide('Kembalikan untuk revisi', 'Tanggal acara keliru.')
  await step.send('Kirim')
  await expect(page.getByRole('status')).toBeVisible()

  await repair('Tanggal acara keliru.', 'konten-versi-3')
  await accept()

  await desk.track(ticket)
  await desk.decide('Setujui, tidak ada revisi')
  await step.send('Kirim')
  await expect(page.getByRole('status')).toBeVisible()

  await desk.open(staff.staf, 'Menyerahkan konten kepada pemohon', request)
  await step.choose('Bentuk konten akhir', 'Berkas')
  await step.attach('Berkas konten akhir', [aPdf('konten-akhir')])
  await desk.finish('Serahkan kepada pemohon')

  await desk.track(ticket)
  await expect(page.getByRole('main')).toContainText('Selesai')
  await expect(step.form).toHaveCount(0)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'konten-akhir.pdf' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('konten-akhir.pdf')
  await expect(page.getByText('Layak, bahan lengkap.')).toHaveCount(0)
})
