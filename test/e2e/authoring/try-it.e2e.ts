import { expectAccessible } from '../support/test.ts'
import { agency, authors, expect, test } from './authors.ts'
import { Keys } from './keys.ts'

test('an author plays a draft to its end by keyboard, keeps the way, and is told when a change bends it', async ({
  page,
  desk,
}) => {
  const hand = new Keys(page)
  const play = page.getByRole('complementary', { name: 'Coba alur' })
  const send = (name: string) => hand.push(play.getByRole('button', { name, exact: true }))

  await test.step('a draft of two steps', async () => {
    await desk.seat(authors.author)
    await page.goto('/susun')
    await hand.push(page.getByRole('link', { name: 'Standar baru' }).first())
    await hand.write(page.getByLabel(/^Judul/), 'Peminjaman Ruang Coba')
    await hand.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/susun/${agency}/peminjaman-ruang-coba$`))
    await hand.push(page.getByRole('button', { name: 'Pemohon mengajukan' }))
    await hand.nameNew('Mengajukan peminjaman')
    await hand.command('Buka pelaksana: Pelaksana 1')
    await hand.nameNew('Staf')
    await hand.tick(hand.inspector.getByLabel('Staf Bidang IKP'))
  })

  await test.step('is played to its end', async () => {
    await hand.command('Coba alur')
    await send('Kirim')
    await expect(play.getByRole('heading', { level: 3 })).toHaveText('2. Kegiatan baru')
    await expect(page.getByRole('navigation', { name: 'Kerangka alur' }).getByText('Sedang di sini')).toHaveCount(1)
    await send('+1 hari')
    await send('Kirim')
    await expect(play.getByText('Permohonan sudah berakhir')).toBeVisible()
  })

  await test.step('and kept as a scenario', async () => {
    await hand.write(play.getByLabel('Simpan sebagai skenario'), 'Jalan biasa')
    await hand.press('Enter')
    await expect(page.getByText('Skenario “Jalan biasa” disimpan.').first()).toBeVisible()
  })

  await test.step('a step in between breaks it, at the act that cannot be done any more', async () => {
    await hand.command('Ke langkah: 1. Mengajukan')
    await hand.command('Tambah langkah sesudah ini')
    const broken = page.getByText('Skenario “Jalan biasa” tidak lagi berjalan seperti yang diharapkan, pada tindakan ke-3')
    await hand.command('Masalah')
    await expect(broken.first()).toBeVisible()
    await expectAccessible(page)
  })
})
