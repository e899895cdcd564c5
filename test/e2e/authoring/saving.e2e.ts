import type { Page } from '@playwright/test'
import type { Office } from '../support/office.ts'
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

/** Keeps the draft as it stands, with another name for its first step, as a text beside it. */
async function keepBeside(page: Page, office: Office, slug: string, activity: string): Promise<void> {
  const [draft] = await office.query<{ body: string; number: number; revision: number }>(
    `select body, number, revision from versions where slug = $1 and status = 'draft'`,
    [slug],
  )
  const definition = JSON.parse(draft?.body ?? '{}')
  definition.flow.nodes.find(({ kind }: { kind: string }) => kind === 'task').activity = activity
  const body = JSON.stringify({ intent: 'copy', number: draft?.number, revision: draft?.revision, definition })
  const status = await page.evaluate(
    async ([at = '', text = '']) =>
      (await fetch(at, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text })).status,
    [`/susun/${agency}/${slug}/draf`, body],
  )
  expect(status).toBe(200)
}

async function rename(hand: Mouse, from: string, to: string): Promise<void> {
  await hand.step(from).click()
  await hand.inspector.getByLabel('Kegiatan', { exact: true }).fill(to)
}

test('a text kept beside the draft is among the versions, and can become the draft', async ({ page, desk, office }) => {
  await desk.seat(authors.author)
  const hand = await beginDraft(page, 'Pencatatan Barang')
  const home = `/susun/${agency}/pencatatan-barang`
  await keepBeside(page, office, 'pencatatan-barang', 'Menghitung barang')
  await page.goto(`${home}/versi`)
  const copy = page.getByRole('listitem').filter({ hasText: authors.author })
  await copy.getByRole('button', { name: 'Pakai naskah ini' }).click()
  await expect(page.getByText('Naskah itu kini menjadi draf.')).toBeVisible()
  await page.goto(home)
  await hand.expectSteps('Menghitung barang', 'Kegiatan baru')

  await test.step('and what the draft said is kept in its place', async () => {
    await page.goto(`${home}/versi`)
    await page.getByRole('button', { name: 'Pakai naskah ini' }).first().click()
    await page.goto(home)
    await hand.expectSteps('Mencatat barang', 'Kegiatan baru')
  })
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

  await test.step('a certain mend is shown, made by the keyboard and taken back at once', async () => {
    await page.getByRole('tab', { name: 'Masalah' }).click()
    const problems = page.getByRole('region', { name: 'Masalah' })
    const open = problems.getByRole('button', { name: 'Putusan "Revisi" belum menuju ke mana pun.' })
    await expect(open).toBeVisible()
    expect(page.workers().some((worker) => worker.url().includes('check.worker'))).toBe(true)
    await problems.getByRole('button', { name: 'Kembalikan ke pembuatnya' }).press('Enter')
    const shown = page.getByRole('dialog', { name: 'Perbaikan: Kembalikan ke pembuatnya' })
    await expect(shown).toContainText('Mencatat barang')
    await shown.getByRole('button', { name: 'Terapkan' }).press('Enter')
    await expect(open).toHaveCount(0)
    await expect(problems).toBeFocused()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await expect(open).toBeVisible()
    await page.keyboard.press('F8')
    await expect(page.getByRole('status').filter({ hasText: 'Temuan 1 dari' })).toBeVisible()
    await page.getByRole('tab', { name: 'Kerangka' }).click()
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

test('work that never reached the server goes on by itself after a reload', async ({ page, desk, tolerate }) => {
  tolerate(/ERR_FAILED/)
  await desk.seat(authors.author)
  const hand = await beginDraft(page, 'Penghapusan Barang')
  await page.route('**/bersama', (route) => route.abort())
  await rename(hand, 'Mencatat barang', 'Menilai barang')
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await expect(hand.saved).toHaveText('Luring: 1 perubahan disimpan di peramban ini')
  await page.reload()
  await hand.expectSteps('Menilai barang', 'Kegiatan baru')
  await expect(page.getByRole('status').filter({ hasText: 'Pekerjaan yang belum terkirim dilanjutkan' })).toBeVisible()
  await page.unroute('**/bersama')
  await hand.expectSaved()
  await page.reload()
  await hand.expectSteps('Menilai barang', 'Kegiatan baru')
  await expect(page.getByRole('status').filter({ hasText: 'Pekerjaan yang belum terkirim' })).toHaveCount(0)
})

test('work of an ended session is sent by itself once its author has signed in again', async ({
  page,
  desk,
  office,
  tolerate,
}) => {
  tolerate(/status of 401/)
  await desk.seat(authors.author)
  const hand = await beginDraft(page, 'Peminjaman Barang')
  await page.context().clearCookies()
  await rename(hand, 'Mencatat barang', 'Menerima barang')
  await expect(page.getByText('Sesi Anda berakhir')).toBeVisible()
  const tab = await page.context().newPage()
  await office.signInAs(tab, authors.author)
  await tab.close()
  await hand.expectSaved()
  await expect(page.getByText('Sesi Anda berakhir')).toHaveCount(0)
  await page.reload()
  await hand.expectSteps('Menerima barang', 'Kegiatan baru')
})
