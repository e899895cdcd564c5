import { aPdf, photos } from '../support/desk.ts'
import { agencies, expect, slugs, staff, test } from '../support/procedures.ts'

const event = 'Pembukaan Pekan Olahraga Pelajar'

test('an event is covered and its release revised until it is right, due four hours after the event begins', async ({
  desk,
  page,
}) => {
  // A long walk through many pages: three times the usual limit on a busy machine.
  test.slow()
  const { step } = desk
  await desk.applyAt(agencies.purbalingga, slugs.coverage)
  await step.write({
    Pemohon: 'Dinas Pemuda dan Olahraga',
    'Nomor surat': '005/310/2026',
    'Tanggal surat': '2026-11-16',
    'Nama kegiatan': event,
    // A Sunday: the four hours are those of the clock, not of the office.
    'Tanggal dan jam kegiatan': '2027-04-11T08:30',
    Lokasi: 'GOR Goentoer Darjono',
    Narahubung: 'Rudi, 0812 0000 0002',
  })
  await step.attach('Surat permohonan', [aPdf('surat-liputan')])
  await step.confirm('Surat telah ditandatangani', 'Surat telah dibubuhi cap/stempel')
  await step.send('Kirim permohonan')
  const ticket = await desk.ticket()
  const due = 'Minggu, 11 April 2027 pukul 12.30 WIB'
  await expect(page.getByText(due).first()).toBeVisible()

  await desk.open(staff.kepala, 'Mendisposisi surat ke bidang IKP', event)
  await expect(page.getByText(due).first()).toBeVisible()
  await desk.dispose(['Kepala Bidang IKP', 'Pejabat Fungsional Bidang IKP'], 'Mohon diliput.')
  await desk.finish('Disposisikan')

  await desk.open(staff.fungsional, 'Mengkaji permohonan dan mendisposisi kepada staf', event)
  await step.write({ 'Catatan kajian': 'Dua orang cukup.' })
  await desk.dispose([staff.staf, staff.staf2], 'Budi memotret, Wati menulis.')
  await desk.finish('Disposisikan kepada staf')

  await desk.open(staff.staf, 'Melaksanakan liputan sesuai arahan', event)
  await step.write({ 'Liputan mulai': '2027-04-11T08:30', 'Liputan selesai': '2027-04-11T10:00' })
  await step.attach('Foto atau rekaman', photos(2))
  await desk.finish('Simpan hasil liputan')

  await desk.open(staff.staf2, 'Menyusun rilis berita dan menyerahkan', event)
  await step.write({ 'Judul rilis': 'Pekan olahraga pelajar dibuka', 'Isi rilis': 'Dua ratus pelajar ikut serta.' })
  await step.attach('Foto terpilih', photos(1, 'terpilih'))
  await desk.finish('Serahkan rilis berita')

  for (const [round, reason] of ['Sebutkan nama bupati.', 'Perbaiki ejaan.'].entries()) {
    await desk.open(staff.kabid, 'Memeriksa rilis berita: ada revisi?', event)
    await desk.decide('Kembalikan untuk revisi', reason)
    await desk.finish('Kirim')
    await desk.open(staff.staf, 'Memperbaiki rilis berita', event)
    await expect(page.getByText(reason).first()).toBeVisible()
    await step.write({ 'Isi rilis yang diperbaiki': `Dua ratus pelajar ikut serta, perbaikan ${round + 1}.` })
    await desk.finish('Serahkan perbaikan')
  }

  await desk.open(staff.kabid, 'Memeriksa rilis berita: ada revisi?', event)
  await expect(page.getByText('Dua ratus pelajar ikut serta, perbaikan 2.')).toBeVisible()
  await expect(page.getByText('Putaran ke-3').first()).toBeVisible()
  await desk.decide('Setujui, tidak ada revisi')
  await desk.finish('Kirim')

  await desk.open(staff.staf2, 'Mengunggah ke website, mengirim ke wartawan, dan membagikan di media sosial', event)
  await step.write({
    'Tautan berita di website': 'https://dinkominfo.example.go.id/berita/1',
    'Tautan di media sosial': 'https://www.instagram.com/p/1',
  })
  await step.attach('Bukti kirim email ke wartawan', [aPdf('bukti-email')])
  await desk.finish('Selesai dipublikasikan')

  await desk.track(ticket)
  await expect(page.getByRole('main')).toContainText('Selesai')
  await expect(page.getByRole('link', { name: 'https://dinkominfo.example.go.id/berita/1' })).toBeVisible()
})
