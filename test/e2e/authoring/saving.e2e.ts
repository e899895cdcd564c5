import type { Page } from '@playwright/test'
import { agency, authors, expect, test } from './authors.ts'
import { Mouse } from './mouse.ts'

test.slow()

/** A draft of two steps, begun through the pages and saved. */
async function beginDraft(page: Page, title: string): Promise<Mouse> {
  await page.goto('/susun/baru')
  await page.getByLabel(/^Judul/).fill(title)
  await page.getByRole('button', { name: 'Buat standar' }).click()
  const hand = new Mouse(page)
  await page.getByRole('button', { name: 'Petugas memulai' }).click()
  await hand.nameNew('Mencatat barang')
  await save(hand)
  return hand
}

async function save(hand: Mouse): Promise<void> {
  await hand.page.getByRole('button', { name: 'Simpan draf' }).click()
  await hand.expectSaved()
}

async function rename(hand: Mouse, from: string, to: string): Promise<void> {
  await hand.step(from).click()
  await hand.inspector.getByLabel('Kegiatan', { exact: true }).fill(to)
}

test('two officers save one draft: the second is told by whom, and both versions are kept', async ({
  page,
  desk,
  browser,
  office,
  baseURL,
  tolerate,
}) => {
  tolerate(/status of 409/)
  const home = `/susun/${agency}/pencatatan-barang`
  const colleague = await browser.newContext({ baseURL, locale: 'id-ID' })
  const other = await colleague.newPage()
  try {
    await office.signInAs(other, authors.colleague)
    const theirs = await beginDraft(other, 'Pencatatan Barang')
    await desk.seat(authors.author)
    await page.goto(home)
    const mine = new Mouse(page)
    await rename(theirs, 'Kegiatan baru', 'Menyimpan barang di gudang')
    await save(theirs)
    await rename(mine, 'Mencatat barang', 'Menghitung barang')
    await page.getByRole('button', { name: 'Simpan draf' }).click()

    const dialog = page.getByRole('dialog', { name: `${authors.colleague} menyimpan lebih dulu` })
    await expect(dialog).toContainText('kedua versi disimpan')
    await dialog.getByRole('button', { name: `Simpan salinan saya, buka versi ${authors.colleague}` }).click()
    await expect(dialog).toHaveCount(0)
    await mine.expectSteps('Mencatat barang', 'Menyimpan barang di gudang')

    await test.step('the copy is among the versions, and can become the draft', async () => {
      await page.getByRole('link', { name: 'Versi', exact: true }).click()
      const copy = page.getByRole('listitem').filter({ hasText: authors.author })
      await copy.getByRole('button', { name: 'Pakai naskah ini' }).click()
      await expect(page.getByText('Naskah itu kini menjadi draf.')).toBeVisible()
      await page.goto(home)
      await mine.expectSteps('Menghitung barang', 'Kegiatan baru')
    })

    await test.step('and what the colleague had saved is kept in its place', async () => {
      await page.goto(`${home}/versi`)
      await page.getByRole('button', { name: 'Pakai naskah ini' }).first().click()
      await page.goto(home)
      await mine.expectSteps('Mencatat barang', 'Menyimpan barang di gudang')
    })
  } finally {
    await colleague.close()
  }
})

test('what was done is undone and done again, and a problem leads to its step', async ({ page, desk }) => {
  await desk.seat(authors.author)
  const hand = await beginDraft(page, 'Pengembalian Barang')
  const { inspector } = hand
  await hand.step('Mencatat barang').click()
  await hand.palette('Pemeriksaan').click()
  await hand.nameNew('Memeriksa barang')
  await hand.expectSteps('Mencatat barang', 'Memeriksa barang', 'Kegiatan baru')

  await test.step('undone and done again', async () => {
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await hand.expectSteps('Mencatat barang', 'Kegiatan baru')
    await page.getByRole('button', { name: 'Ulangi' }).click()
    await page.getByRole('button', { name: 'Ulangi' }).click()
    await hand.expectSteps('Mencatat barang', 'Memeriksa barang', 'Kegiatan baru')
    await hand.canvas.press('Control+z')
    await hand.expectSteps('Mencatat barang', 'Memeriksa', 'Kegiatan baru')
    await hand.canvas.press('Control+y')
    await hand.expectSteps('Mencatat barang', 'Memeriksa barang', 'Kegiatan baru')
  })

  await test.step('from the list of problems to the place and its remedy', async () => {
    await hand.step('Mencatat barang').click()
    await page.getByRole('tab', { name: 'Masalah' }).click()
    const problems = page.getByRole('region', { name: 'Masalah' })
    const problem = problems.getByRole('button', { name: 'Putusan "Tolak" belum menuju ke mana pun.' })
    await expect(problem).toContainText('2. Memeriksa barang')
    await problem.click()
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('2. Memeriksa barang')
    await expect(inspector.getByRole('tab', { name: 'Putusan' })).toHaveAttribute('aria-selected', 'true')
    await expect(hand.card('Memeriksa barang').locator('.card-node--selected')).toBeVisible()
    for (const outcome of [1, 2]) {
      await inspector.getByLabel('Menuju').nth(outcome).selectOption({ label: '1. Mencatat barang' })
    }
    await expect(problem).toHaveCount(0)
  })
})

test('work that never reached the server is offered again after a reload', async ({ page, desk, tolerate }) => {
  tolerate(/ERR_FAILED/)
  page.on('dialog', (dialog) => void dialog.accept())
  await desk.seat(authors.author)
  const hand = await beginDraft(page, 'Penghapusan Barang')
  await page.route('**/draf', (route) => route.abort())
  await rename(hand, 'Mencatat barang', 'Menilai barang')
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await expect(hand.saved).toContainText('Gagal menyimpan')
  await page.unroute('**/draf')
  await page.reload()

  await hand.expectSteps('Mencatat barang', 'Kegiatan baru')
  const offer = page.getByRole('status').filter({ hasText: 'Ada pekerjaan yang belum tersimpan' })
  await expect(offer).toBeVisible()
  await page.getByRole('button', { name: 'Lanjutkan pekerjaan itu' }).click()
  await hand.expectSteps('Menilai barang', 'Kegiatan baru')
  await save(hand)
  await page.reload()
  await hand.expectSteps('Menilai barang', 'Kegiatan baru')
  await expect(offer).toHaveCount(0)
})
