import { agency, authors, expect, test } from './authors.ts'
import { Keys } from './keys.ts'
import { withoutPointer } from './pointer-uses.ts'

const slug = 'peminjaman-kendaraan'
const home = `/susun/${agency}/${slug}`

test('an author draws a new procedure by keyboard alone, it is set under the next number, and a request runs through it', async ({
  page,
  desk,
}) => {
  test.setTimeout(300_000)
  const pointerUses = await withoutPointer(page)
  const hand = new Keys(page)
  const { inspector } = hand
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await desk.seat(authors.author)
  await page.goto('/susun')
  await hand.push(page.getByRole('link', { name: 'Standar baru' }).first())
  await hand.write(page.getByLabel(/^Judul/), 'Peminjaman Kendaraan')
  await hand.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${home}$`))

  await test.step('lanes', async () => {
    await hand.push(page.getByRole('button', { name: 'Pemohon mengajukan' }))
    await hand.nameNew('Mengajukan peminjaman kendaraan')
    await hand.command('Buka pelaksana: Pelaksana 1')
    await hand.nameNew('Kepala Bidang')
    await hand.tick(inspector.getByLabel('Kepala Bidang IKP'))
    await hand.command('Tambah pelaksana')
    await hand.nameNew('Staf')
    await hand.tick(inspector.getByLabel('Staf Bidang IKP'))
  })

  await test.step('five steps', async () => {
    await hand.push(hand.step('Kegiatan baru'))
    await hand.press('Enter')
    await hand.nameNew('Menyiapkan kendaraan')
    await hand.command('Pindahkan Menyiapkan kendaraan ke Staf')
    await hand.command('Ke langkah: 1. Mengajukan')
    await hand.command('Tambah pemeriksaan sesudah ini')
    await hand.nameNew('Memeriksa permohonan')
    await hand.command('Pindahkan Memeriksa permohonan ke Kepala Bidang')
    await hand.press('Escape')
    await expect(hand.step('Memeriksa permohonan')).toBeFocused()
    await hand.stepMenu('Memeriksa permohonan', 'Tambah keputusan sesudah ini')
    await hand.nameNew('Di dalam daerah?')
    await hand.command('Tambah langkah sesudah ini')
    await hand.nameNew('Menyetujui perjalanan')
    await hand.command('Ke langkah: 5. Menyiapkan kendaraan')
    await hand.command('Tambah langkah sesudah ini')
    await hand.nameNew('Menyerahkan kunci kendaraan')
  })

  await test.step('a three-way outcome and a second exit of the decision', async () => {
    await hand.command('Buka pelaksana: Pemohon')
    await hand.command('Tambah akhir')
    await hand.pick(inspector.getByLabel('Hasil'), 'Ditolak')
    await hand.command('Ke langkah: 2. Memeriksa permohonan')
    await hand.command('Sambungkan Memeriksa permohonan → 1. Mengajukan')
    await hand.press('Escape')
    await hand.stepMenu('Memeriksa permohonan', 'Sambungkan ke…')
    await hand.push(page.getByRole('dialog').getByRole('button', { name: 'Ditolak' }))
    await expect(hand.step('Memeriksa permohonan')).toBeFocused()
    await expect(hand.row('Memeriksa permohonan').locator('.outline__exit')).toHaveText([
      /lanjut ke no\. 3 bila terima/,
      /kembali ke no\. 1 bila revisi/,
      /selesai bila tolak/,
    ])
    await hand.push(hand.step('Di dalam daerah?'))
    await hand.push(inspector.getByRole('button', { name: 'Tambah jalur' }))
    await hand.push(page.getByRole('dialog').getByRole('button', { name: '5. Menyiapkan kendaraan' }))
    await expect(hand.row('Di dalam daerah?').locator('.outline__exit')).toHaveCount(2)
  })

  await test.step('a form', async () => {
    await hand.command('Ke langkah: 1. Mengajukan')
    await hand.tab('Formulir')
    await hand.push(inspector.getByRole('button', { name: 'Buat formulir' }))
    await hand.push(inspector.getByRole('button', { name: 'Tambah isian' }))
    await hand.menu('Teks pendek')
    await expect(inspector.getByLabel('Label', { exact: true })).toBeFocused()
    await hand.over('Keperluan')
    await hand.push(inspector.getByRole('button', { name: 'Tambah isian' }))
    await hand.menu('Pilihan tunggal')
    await expect(inspector.getByLabel('Label', { exact: true })).toBeFocused()
    await hand.over('Tujuan')
    await hand.write(inspector.getByRole('textbox', { name: 'Pilihan 1' }), 'Dalam daerah')
    await hand.write(inspector.getByRole('textbox', { name: 'Pilihan 2' }), 'Luar daerah')
    await expect(inspector.locator('.form-preview').getByRole('radio', { name: 'Luar daerah' })).toBeVisible()
  })

  await test.step('a condition and a time limit', async () => {
    await hand.push(hand.exit('Di dalam daerah?', 'lanjut ke no. 5'))
    const label = inspector.getByLabel('Label', { exact: true })
    await hand.write(label, 'ya')
    await hand.push(inspector.getByRole('button', { name: 'Tambah syarat' }))
    await hand.pick(inspector.getByRole('combobox', { name: 'Isian' }), 'Tujuan')
    await hand.pick(inspector.getByRole('combobox', { name: 'Perbandingan' }), 'adalah')
    await hand.pick(inspector.getByRole('combobox', { name: 'Nilai' }), 'Dalam daerah')
    await expect(inspector.locator('.condition__words')).toContainText('Dalam daerah')
    await hand.command('Ke langkah: 5. Menyiapkan kendaraan')
    await hand.tab('Waktu')
    await hand.tick(inspector.getByLabel('Ada batas waktu'))
    await hand.write(inspector.getByLabel('Lama', { exact: true }), '3')
    await hand.pick(inspector.getByLabel('Satuan'), 'jam')
    await expect(inspector.locator('.preview-words')).toContainText('3 jam')
  })

  await test.step('a trial, to its end', async () => {
    const play = page.getByRole('complementary', { name: 'Coba alur' })
    const send = (name: string) => hand.push(play.getByRole('button', { name, exact: true }))
    await hand.command('Coba alur')
    await hand.write(play.getByLabel('Keperluan'), 'Monitoring menara')
    await hand.choose(play.getByLabel('Luar daerah', { exact: true }))
    await send('Kirim')
    for (const [activity, outcome] of [
      ['2. Memeriksa permohonan', 'Terima'],
      ['4. Menyetujui perjalanan', 'Kirim'],
      ['5. Menyiapkan kendaraan', 'Kirim'],
      ['6. Menyerahkan kunci kendaraan', 'Kirim'],
    ] as const) {
      await expect(play.getByRole('heading', { level: 3 })).toHaveText(activity)
      await send(outcome)
    }
    await expect(play.getByText('Permohonan sudah berakhir')).toBeVisible()
    await hand.command('Coba alur')
    await expect(play).toHaveCount(0)
  })

  await hand.expectSteps(
    'Mengajukan peminjaman kendaraan',
    'Memeriksa permohonan',
    'Di dalam daerah?',
    'Menyetujui perjalanan',
    'Menyiapkan kendaraan',
    'Menyerahkan kunci kendaraan',
  )
  await hand.expectSound()
  await hand.press('Control+s')
  await hand.expectSaved()
  expect(await pointerUses()).toBe(0)

  await test.step('the words', async () => {
    await hand.push(page.getByRole('link', { name: 'Komponen' }))
    await hand.write(page.getByRole('textbox', { name: /^Persyaratan/ }), 'Surat tugas')
    await hand.write(page.getByLabel(/^Lama 1/).first(), '1')
    await hand.pick(page.getByLabel(/^Satuan 1/).first(), 'hari kerja')
    await hand.pick(page.getByLabel(/^Biaya/), 'Gratis')
    await hand.write(page.getByRole('textbox', { name: /^Produk/ }), 'Kendaraan dinas yang siap dipakai')
    await hand.pick(page.getByLabel(/^Saluran 1/), 'Surat')
    await hand.push(button('Simpan'))
    await expect(page.getByRole('status').filter({ hasText: 'Tersimpan.' })).toBeVisible()
  })

  const number = await test.step('review, approval, signing', async () => {
    await hand.push(page.getByRole('link', { name: 'Tinjauan' }))
    await hand.push(button('Kirim untuk ditinjau'))
    await expect(page.getByText('Terkirim untuk ditinjau.')).toBeVisible()
    await desk.seat(authors.approver)
    await page.goto(`${home}/tinjau`)
    await hand.push(button('Setujui'))
    await expect(page.getByRole('status').filter({ hasText: 'Disetujui.' })).toBeVisible()
    await desk.seat(authors.signatory)
    await page.goto(`${home}/tetapkan`)
    const next = (await page.getByRole('radiogroup').locator('strong.numeric').first().innerText()).trim()
    await hand.push(button('Tetapkan sekarang'))
    await expect(page.getByRole('status')).toContainText(`Ditetapkan dengan nomor ${next}`)
    return next
  })

  await test.step('a request', async () => {
    await desk.leave()
    await page.goto(`/standar/${agency}/${slug}`)
    await expect(page.getByRole('main')).toContainText(number)
    await hand.push(page.getByRole('main').locator(`a[href="/ajukan/${agency}/${slug}"]`).first())
    await hand.write(desk.step.field('Keperluan'), 'Monitoring menara')
    await hand.choose(desk.step.form.getByLabel('Luar daerah', { exact: true }))
    await hand.push(desk.step.sender('Kirim permohonan'))
    const ticket = await desk.ticket()
    const work = async (person: string, activity: string, outcome?: string) => {
      await desk.seat(person)
      await page.goto('/kerja')
      const link = desk.row(activity, 'Monitoring menara').getByRole('link', { name: activity, exact: true })
      await hand.push(link)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(activity)
      if (outcome) await hand.choose(desk.step.form.getByRole('radio', { name: outcome }))
      await hand.push(desk.step.sender('Kirim'))
      await expect(page).toHaveURL(/selesai=completed$/)
    }
    await work(authors.head, 'Memeriksa permohonan', 'Terima')
    await work(authors.head, 'Menyetujui perjalanan')
    await work(authors.clerk, 'Menyiapkan kendaraan')
    await work(authors.clerk, 'Menyerahkan kunci kendaraan')
    await page.context().clearCookies()
    await page.goto('/lacak')
    await hand.write(page.getByLabel(/tiket/i), ticket)
    await hand.press('Enter')
    await expect(page).toHaveURL(/\/lacak\/\w+/)
    await expect(page.getByRole('main')).toContainText('Selesai')
    await expect(desk.step.form).toHaveCount(0)
  })
})
