import { agency, authors, expect, test } from './authors.ts'
import { setInForce } from './life-of-a-version.ts'
import { Mouse } from './mouse.ts'
import { lendRoom } from './room-loan.ts'

test.use({ viewport: { width: 1440, height: 1000 } })

const slug = 'peminjaman-ruang-rapat'
const home = `/susun/${agency}/${slug}`

test('an author draws a new procedure by mouse, it is set under the next number, and a request runs through it', {
  tag: '@long',
}, async ({ page, desk }) => {
  test.setTimeout(240_000)
  const hand = new Mouse(page)
  const { inspector } = hand
  await desk.seat(authors.author)
  await page.goto('/susun')
  await page.getByRole('link', { name: 'Standar baru' }).first().click()
  await page.getByLabel(/^Judul/).fill('Peminjaman Ruang Rapat')
  await page.getByRole('button', { name: 'Buat standar' }).click()
  await expect(page).toHaveURL(new RegExp(`${home}$`))

  await test.step('lanes', async () => {
    await page.getByRole('button', { name: 'Pemohon mengajukan' }).click()
    await hand.nameNew('Mengajukan peminjaman ruang')
    await hand.lane('Pelaksana 1').click()
    await inspector.getByLabel('Nama pelaksana').fill('Kepala Bidang')
    await inspector.getByLabel('Kepala Bidang IKP').check()
    await hand.canvas.getByRole('button', { name: 'Tambah pelaksana' }).click()
    await hand.nameNew('Staf')
    await inspector.getByLabel('Staf Bidang IKP').check()
    await hand.showAll()
  })

  await test.step('five steps, dragged and inserted', async () => {
    await hand.card('Kegiatan baru').click()
    await inspector.getByLabel('Kegiatan', { exact: true }).fill('Menyiapkan ruang')
    const { y } = (await hand.card('Menyiapkan ruang').boundingBox()) ?? { y: 0 }
    const place = await hand.placeIn('Staf', 0.5)
    await hand.drag(hand.card('Menyiapkan ruang'), { ...place, y: y + 30 })
    await expect(hand.row('Menyiapkan ruang')).toContainText('Staf')

    const plus = await hand.plusOf('Mengajukan peminjaman ruang', 'lanjut ke no. 2')
    const box = await plus.boundingBox()
    if (!box) throw new Error('no plus')
    await hand.drag(hand.palette('Pemeriksaan'), { x: box.x + box.width / 2, y: box.y + box.height / 2 })
    await hand.nameNew('Memeriksa permohonan')
    await inspector.getByRole('tab', { name: 'Siapa' }).click()
    await inspector.getByLabel('Pelaksana', { exact: true }).selectOption({ label: 'Kepala Bidang' })
    await hand.showAll()

    await hand.insert('Keputusan', 'Memeriksa permohonan', 'lanjut ke no. 3')
    await hand.nameNew('Peserta lebih dari 50 orang?')
    await hand.insert('Kegiatan', 'Menyiapkan ruang', 'selesai')
    await hand.nameNew('Menyerahkan kunci ruang')
    await hand.showAll()

    await hand.drag(hand.palette('Kegiatan'), await hand.placeIn('Pemohon', 0.6))
    await hand.nameNew('Menyetujui ruang besar')
    await inspector.getByRole('tab', { name: 'Siapa' }).click()
    await inspector.getByLabel('Pelaksana', { exact: true }).selectOption({ label: 'Kepala Bidang' })
    await hand.drag(hand.palette('Selesai'), await hand.placeIn('Pemohon', 0.8))
    await inspector.getByLabel('Hasil').selectOption({ label: 'Ditolak' })
    await hand.showAll()
  })

  await test.step('the matrix beside the canvas, drawn as the draft is', async () => {
    const toggle = page.getByRole('button', { name: 'Bagan SOP' })
    await toggle.click()
    const matrix = page.getByRole('region', { name: 'Bagan SOP dari draf ini' })
    await expect(matrix.getByRole('img', { name: /Kepala Bidang: Menyetujui ruang besar\./ })).toBeVisible()
    // The canvas is half as high now.
    await hand.showAll()
    await hand.card('Menyetujui ruang besar').click()
    const activity = inspector.getByLabel('Kegiatan', { exact: true })
    await activity.fill('Menyetujui aula')
    await expect(matrix.getByText('Menyetujui aula', { exact: true })).toBeVisible()
    await activity.fill('Menyetujui ruang besar')
    await toggle.click()
    await expect(matrix).toBeHidden()
    await hand.showAll()
  })

  await test.step('connections, a three-way outcome', async () => {
    await hand.connect('Peserta lebih dari 50 orang?', 'Menyetujui ruang besar')
    await expect(hand.row('Peserta lebih dari 50 orang?').locator('.outline__exit')).toHaveCount(2)
    await hand.connect('Menyetujui ruang besar', 'Menyiapkan ruang')
    await hand.connect('Memeriksa permohonan', 'Ditolak', 'reject')
    await hand.connect('Memeriksa permohonan', 'Mengajukan peminjaman ruang', 'revise')
    const exits = hand.row('Memeriksa permohonan').locator('.outline__exit')
    await expect(exits).toHaveText([/lanjut ke no\. 3 bila terima/, /kembali ke no\. 1 bila revisi/, /selesai bila tolak/])
  })

  await test.step('a form', async () => {
    await hand.card('Mengajukan peminjaman ruang').click()
    await hand.tab('Formulir')
    await inspector.getByRole('button', { name: 'Buat formulir' }).click()
    for (const [kind, label] of [
      ['Teks pendek', 'Nama kegiatan'],
      ['Angka', 'Jumlah peserta'],
    ] as const) {
      await inspector.getByRole('button', { name: 'Tambah isian' }).click()
      await page.getByRole('menuitem', { name: kind }).click()
      await inspector.getByLabel('Label', { exact: true }).fill(label)
    }
    await expect(inspector.locator('.form-preview')).toContainText('Jumlah peserta')
  })

  await test.step('a condition and a time limit', async () => {
    await hand.row('Peserta lebih dari 50 orang?').locator('.outline__exit').filter({ hasText: 'no. 4' }).click()
    await inspector.getByLabel('Label', { exact: true }).fill('ya')
    await inspector.getByRole('button', { name: 'Tambah syarat' }).click()
    await inspector.getByRole('combobox', { name: 'Isian' }).selectOption({ label: 'Jumlah peserta' })
    await inspector.getByRole('combobox', { name: 'Perbandingan' }).selectOption({ label: 'lebih dari' })
    await inspector.getByLabel('Nilai').fill('50')
    await expect(inspector.locator('.condition__words')).toContainText('50')
    await hand.card('Menyiapkan ruang').click()
    await hand.tab('Waktu')
    await inspector.getByLabel('Ada batas waktu').check()
    await inspector.getByLabel('Lama', { exact: true }).fill('2')
    await expect(inspector.locator('.preview-words')).toContainText('2 hari kerja')
  })

  await hand.expectSteps(
    'Mengajukan peminjaman ruang',
    'Memeriksa permohonan',
    'Peserta lebih dari 50 orang?',
    'Menyetujui ruang besar',
    'Menyiapkan ruang',
    'Menyerahkan kunci ruang',
  )
  await hand.expectSound()
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await hand.expectSaved()

  const number = await setInForce(page, home, {
    title: 'Peminjaman Ruang Rapat',
    approver: () => desk.seat(authors.approver),
    signatory: () => desk.seat(authors.signatory),
  })
  await page.goto(`/standar/${agency}/${slug}`)
  await expect(page.getByRole('main')).toContainText(number)
  await expect(page.getByRole('main')).toContainText('Menyerahkan kunci ruang')
  await lendRoom(desk, slug)
})
