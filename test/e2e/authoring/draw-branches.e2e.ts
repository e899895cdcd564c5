import { agency, authors, expect, test } from './authors.ts'
import { Mouse } from './mouse.ts'

const slug = 'izin-bersama'

test('an author draws two branches that meet, a step done together and a wait; saved and opened again it has no faults', async ({
  page,
  desk,
}) => {
  test.slow()
  await desk.seat(authors.author)
  await page.goto('/susun/baru')
  await page.getByLabel(/^Judul/).fill('Izin Bersama')
  await page.getByRole('button', { name: 'Buat standar' }).click()
  const hand = new Mouse(page)
  const { inspector } = hand
  await page.getByRole('button', { name: 'Petugas memulai' }).click()
  await hand.nameNew('Mencatat permohonan')

  await test.step('lanes', async () => {
    for (const [lane, position] of [
      ['Pelaksana 1', 'Staf Bidang IKP'],
      ['Pelaksana 2', 'Kepala Bidang IKP'],
    ] as const) {
      await hand.lane(lane).click()
      await inspector.getByLabel(position).check()
    }
  })

  await test.step('two branches, and how many of them are waited for', async () => {
    await hand.step('Mencatat permohonan').click()
    await hand.palette('Serentak').click()
    await expect(inspector).toContainText('Cabang-cabangnya bertemu di Gabung.')
    await inspector.getByRole('button', { name: 'Tambah cabang' }).click()
    await hand.nameNew('Memberi pertimbangan ketiga')
    await hand.step('Gabung').click()
    await inspector.getByLabel('Yang harus mengerjakan').selectOption({ label: 'Sejumlah cabang' })
    await inspector.getByLabel('Sedikitnya', { exact: true }).fill('2')
  })

  await test.step('a wait with a limit, and where it leads when that has passed', async () => {
    await inspector.getByRole('button', { name: 'Tutup rincian' }).click()
    await hand.step('Memberi pertimbangan ketiga').click()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Perintah' }).fill('Tambah penantian')
    await page.keyboard.press('Enter')
    await hand.nameNew('Menunggu surat balasan')
    await inspector.getByRole('tab', { name: 'Menunggu' }).click()
    await inspector.getByLabel('Yang ditunggu').fill('Surat balasan diterima')
    await inspector.getByLabel(/^Ada batas menunggu/).check()
    await inspector.getByRole('button', { name: 'Sambungkan ke…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Gabung' }).click()
    await expect(inspector).toContainText('Batas waktu lewat')
  })

  await test.step('a step that two lanes do together', async () => {
    await hand.step('Mencatat permohonan').click()
    await inspector.getByRole('tab', { name: 'Siapa' }).click()
    await inspector.getByRole('group', { name: 'Dikerjakan bersama' }).getByLabel('Pelaksana 2').check()
    await inspector.getByLabel('Yang harus mengerjakan').selectOption({ label: 'Semua pelaksana' })
  })

  await hand.expectSound()
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await hand.expectSaved()
  await page.goto(`/susun/${agency}/${slug}`)
  await expect(hand.step('Menunggu surat balasan')).toBeVisible()
  await hand.expectSound()
  await hand.step('Mencatat permohonan').click()
  await expect(hand.card('Mencatat permohonan')).toContainText('Pelaksana 2')
})
