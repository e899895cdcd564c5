import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/test.ts'
import { layUnderWay } from '../support/under-way.ts'

test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

/** What a form refuses the browser notes too. */
const refused = /status of 422/

const act = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name: new RegExp(`^${name}`) })
const sending = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })

async function expectFits(page: Page): Promise<void> {
  const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  expect(needed).toBeLessThanOrEqual(given ?? 0)
  await expectAccessible(page)
}

for (const width of [1280, 390]) {
  test(`a supervisor amends a request under way at ${width} px`, async ({ page, office, databaseUrl, tolerate }) => {
    tolerate(refused)
    await page.setViewportSize({ width, height: 844 })
    const { agencyId, instanceId, people } = await layUnderWay(databaseUrl)
    await office.signInAs(page, people.supervisor)
    await page.goto(`/kerja/permohonan/${agencyId}/${instanceId}`)
    const main = page.getByRole('main')
    await expect(main.getByText('Cabang: Kajian teknis')).toBeVisible()
    await expect(main.getByText('Cabang: Pendapat provinsi')).toBeVisible()
    await expect(main.getByText('Menunggu: Surat balasan provinsi diterima')).toBeVisible()
    await expectFits(page)

    await test.step('nothing is suspended without a reason', async () => {
      await act(page, 'Tangguhkan permohonan').click()
      await page.getByLabel(/^Alasan/).fill('   ')
      await sending(page, 'Tangguhkan').click()
      await expect(main.getByRole('alert')).toContainText('Isi “Alasan”')
      await expectFits(page)
      await page.getByLabel(/^Alasan/).fill('Menunggu putusan pengadilan')
      await sending(page, 'Tangguhkan').click()
      await expect(main.getByText('Permohonan ini ditangguhkan')).toBeVisible()
      await expect(main.getByText('Menunggu putusan pengadilan').first()).toBeVisible()
      await expectFits(page)
    })

    await test.step('it goes on', async () => {
      await act(page, 'Lanjutkan permohonan').click()
      await sending(page, 'Lanjutkan').click()
      await expect(page.getByRole('status')).toContainText('Permohonan dilanjutkan')
      await expect(main.getByText('Permohonan ini ditangguhkan')).toHaveCount(0)
    })

    await test.step('a step gets more time, in whole numbers', async () => {
      await act(page, 'Perpanjang waktu').click()
      await page.getByLabel(/^Lama/).fill('0')
      await page.getByLabel(/^Alasan/).fill('Data dukung belum lengkap')
      await sending(page, 'Perpanjang').click()
      await expect(main.getByRole('alert')).toContainText('Lama')
      await expect(page.getByLabel(/^Alasan/)).toHaveValue('Data dukung belum lengkap')
      await page.getByLabel(/^Lama/).fill('2')
      await expectFits(page)
      await sending(page, 'Perpanjang').click()
      await expect(page.getByRole('status')).toContainText('Waktu diperpanjang')
      await expect(main.getByText('Waktu diperpanjang 2 hari kerja: Mengkaji permohonan bersama')).toBeVisible()
    })

    await test.step('a wrong entry is put right and both values stay', async () => {
      await act(page, 'Koreksi data').click()
      await page.getByLabel(/Nama kegiatan/).check()
      await page.getByRole('button', { name: 'Lanjutkan' }).click()
      await page.getByLabel(/^Nama kegiatan/).fill('Pasar malam kabupaten')
      await page.getByLabel(/^Alasan/).fill('Salah tulis, sesuai surat pemohon')
      await expectFits(page)
      await sending(page, 'Simpan koreksi').click()
      await expect(page.getByRole('status')).toContainText('Data dikoreksi')
      const both = 'Nama kegiatan: semula “Pasar malam kecamatan”, menjadi “Pasar malam kabupaten”'
      await expect(main.getByText(both)).toBeVisible()
    })

    await test.step('an earlier step is done again', async () => {
      await act(page, 'Kembalikan ke langkah sebelumnya').click()
      await page.getByRole('radio', { name: /Mengajukan izin/ }).check()
      await page.getByLabel(/^Alasan/).fill('Lampirkan denah')
      await expectFits(page)
      await sending(page, 'Kembalikan').click()
      await expect(main.getByText('Dikembalikan ke langkah: Mengajukan izin')).toBeVisible()
      await expect(main.getByText('Tidak diperlukan lagi: permohonan dikembalikan ke langkah sebelumnya.').first()).toBeVisible()
    })

    await test.step('it is cancelled and opened again', async () => {
      await act(page, 'Batalkan permohonan').click()
      await page.getByLabel(/^Alasan/).fill('Pemohon menarik permohonan')
      await sending(page, 'Batalkan permohonan').click()
      await expect(page.getByRole('status')).toContainText('Permohonan dibatalkan')
      await act(page, 'Buka kembali permohonan').click()
      await page.getByRole('radio', { name: /Mengajukan izin/ }).check()
      await page.getByLabel(/^Alasan/).fill('Keberatan pemohon diterima')
      await expectFits(page)
      await sending(page, 'Buka kembali').click()
      await expect(main.getByText('Permohonan dibuka kembali pada langkah: Mengajukan izin')).toBeVisible()
      await expectFits(page)
    })
  })
}

test('a letter from outside is reported, and the parts of a joint step are told apart', async ({
  page,
  office,
  databaseUrl,
  tolerate,
}) => {
  tolerate(refused)
  const { agencyId, instanceId, taskId, people } = await layUnderWay(databaseUrl)
  await office.signInAs(page, people.technical)
  const here = `/kerja/permohonan/${agencyId}/${instanceId}`
  await page.goto(here)
  const main = page.getByRole('main')
  await main.getByRole('link', { name: 'Laporkan kabar' }).click()
  await page.setViewportSize({ width: 360, height: 780 })
  await expect(main.getByText('Ditunggu sejak')).toBeVisible()
  await expect(main.getByText(/^Jatuh tempo .* 10 hari kerja/)).toBeVisible()
  await expect(main.getByRole('link', { name: 'Kembali ke permohonan' })).toHaveAttribute('href', here)
  await expectFits(page)
  await sending(page, 'Laporkan').click()
  await expect(main.getByRole('alert')).toContainText('Nomor surat balasan')
  await page.getByLabel(/^Nomor surat balasan/).fill('005/12/2026')
  await sending(page, 'Laporkan').click()
  await expect(page.getByRole('status')).toContainText('Kabar dicatat')
  await expect(main.getByText('Kabar diterima: Menunggu balasan provinsi')).toBeVisible()

  await page.goto(`/kerja/tugas/${agencyId}/${taskId}`)
  await page.getByRole('radio', { name: /^Layak(?! dengan)/ }).check()
  await page.getByRole('button', { name: 'Kirim' }).click()
  await page.goto(here)
  await expect(main.getByText('Dikerjakan bersama: sudah 1, perlu 2 dari 2 pihak.')).toBeVisible()
  await expect(main.getByText('Mengkaji permohonan bersama – Layak (bagian Seksi teknis)')).toBeVisible()

  await office.signInAs(page, people.finance)
  await page.goto(`/kerja/tugas/${agencyId}/${taskId}`)
  await expect(main.getByText(people.technical)).not.toHaveCount(0)
  await page.getByRole('radio', { name: /^Layak(?! dengan)/ }).check()
  await page.getByRole('button', { name: 'Kirim' }).click()

  await office.signInAs(page, people.supervisor)
  await page.goto('/kerja/pantauan')
  await expect(main.getByText('Data yang belum ada: Perkiraan biaya')).toBeVisible()
  await expectFits(page)
  await main.getByRole('link', { name: 'Apakah biayanya besar?' }).first().click()
  await expect(main.getByText('Permohonan terhenti pada “Apakah biayanya besar?”')).toBeVisible()
  await page.getByRole('radio', { name: /Biaya besar/ }).check()
  await page.getByLabel(/^Alasan/).fill('Dihitung dari proposal')
  await page.getByRole('button', { name: 'Lanjutkan permohonan' }).click()
  await expect(main.getByText('Hambatan pada Apakah biayanya besar? diselesaikan. Jalur: Biaya besar')).toBeVisible()
  await expectFits(page)
})
