import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible } from '../support/test.ts'
import { agency, authors, expect, test } from './authors.ts'
import { expectQuiet, keptIn, lostOf, shownIn, walkTogether } from './joint-walk.ts'
import { Mouse } from './mouse.ts'

test.slow()

const steps = ['Menerima surat', 'Mencatat surat', 'Memeriksa surat', 'Menjawab surat']

/** A draft of four steps, begun through the pages and saved. */
async function begin(page: Page, title: string): Promise<Mouse> {
  await page.goto('/susun/baru')
  await page.getByLabel(/^Judul/).fill(title)
  await page.getByRole('button', { name: 'Buat standar' }).click()
  const hand = new Mouse(page)
  await page.getByRole('button', { name: 'Petugas memulai' }).click()
  await hand.nameNew('Menerima surat')
  for (const [index, name] of steps.slice(1).entries()) {
    await hand.step(steps[index] ?? '').click()
    await hand.palette('Kegiatan').click()
    await hand.nameNew(name)
  }
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await hand.expectSaved()
  return hand
}

async function write(hand: Mouse, step: string, words: string): Promise<void> {
  await hand.step(step).click()
  const field = hand.inspector.getByLabel('Kegiatan', { exact: true })
  const all = hand.inspector.getByRole('button', { name: 'Tetap ubah' })
  if (await field.isDisabled()) await all.click()
  await field.fill(words)
}

async function remark(hand: Mouse, step: string, words: string): Promise<void> {
  await hand.step(step).click()
  await hand.inspector.getByLabel('Keterangan', { exact: true }).fill(words)
}

test('two officers draw one draft at once: different parts join, and where they meet both are kept', async ({
  page,
  desk,
  browser,
  office,
  baseURL,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/)
  await desk.seat(authors.author)
  const rina = await begin(page, 'Jawaban Surat')
  const elsewhere = await browser.newContext({ baseURL, locale: 'id-ID' })
  try {
    const other = await elsewhere.newPage()
    await office.signInAs(other, authors.colleague)
    await other.goto(`/susun/${agency}/jawaban-surat`)
    const hadi = new Mouse(other)
    await hadi.expectSteps(...steps, 'Kegiatan baru')

    await test.step('each sees who is there, and at which step', async () => {
      await hadi.step('Memeriksa surat').click()
      await expect(page.getByRole('button', { name: `${authors.colleague}, di 3. Memeriksa surat` })).toBeVisible()
      await expect(rina.row('Memeriksa surat')).toContainText(`${authors.colleague} sedang mengubah langkah ini`)
      await rina.step('Memeriksa surat').click()
      await expect(rina.inspector).toContainText(`${authors.colleague} sedang mengubah langkah ini`)
      await expect(rina.inspector.getByLabel('Kegiatan', { exact: true })).toBeDisabled()
      await expectAccessible(page)
    })

    await test.step('words of different steps join', async () => {
      await write(hadi, 'Memeriksa surat', 'Menelaah surat')
      await write(rina, 'Menerima surat', 'Menerima surat masuk')
      await rina.expectSteps('Menerima surat masuk', 'Mencatat surat', 'Menelaah surat', 'Menjawab surat', 'Kegiatan baru')
      await hadi.expectSteps('Menerima surat masuk', 'Mencatat surat', 'Menelaah surat', 'Menjawab surat', 'Kegiatan baru')
    })

    await test.step('undoing takes back one’s own work alone', async () => {
      await page.getByRole('button', { name: 'Urungkan' }).click()
      await rina.expectSteps('Menerima surat', 'Mencatat surat', 'Menelaah surat', 'Menjawab surat', 'Kegiatan baru')
      await page.getByRole('button', { name: 'Ulangi' }).click()
      await hadi.expectSteps('Menerima surat masuk', 'Mencatat surat', 'Menelaah surat', 'Menjawab surat', 'Kegiatan baru')
    })

    await test.step('without a line both go on, and what met is shown to the second', async () => {
      await away(page.context(), true)
      await write(rina, 'Mencatat surat', 'Mencatat surat masuk')
      await write(rina, 'Menjawab surat', 'Menyusun jawaban')
      await expect(rina.saved).toContainText('Luring: 2 perubahan disimpan di peramban ini')
      await write(hadi, 'Menjawab surat', 'Menulis jawaban')
      await hadi.expectSaved()
      await hadi.step('Mencatat surat').click()
      await other.keyboard.press('Delete')
      await hadi.expectSaved()
      await away(page.context(), false)
      await rina.expectSteps('Menerima surat masuk', 'Menelaah surat', 'Menulis jawaban', 'Kegiatan baru')
      await expect(page.getByText('2 perubahan Anda bertemu perubahan rekan.')).toBeVisible()
    })

    await test.step('each is decided: one’s own words, and the step that was removed comes back', async () => {
      await page.getByRole('button', { name: 'Lihat dan putuskan' }).click()
      const dialog = page.getByRole('dialog', { name: 'Dua tulisan di tempat yang sama' })
      await expectAccessible(page)
      const met = dialog.getByRole('listitem')
      await met.filter({ hasText: 'Menyusun jawaban' }).getByRole('button', { name: 'Pakai punya saya' }).click()
      await met.filter({ hasText: 'Mencatat surat masuk' }).getByRole('button', { name: 'Pulihkan dengan tulisan saya' }).click()
      await expect(dialog).toHaveCount(0)
      const all = ['Menerima surat masuk', 'Mencatat surat masuk', 'Menelaah surat', 'Menyusun jawaban', 'Kegiatan baru']
      await rina.expectSteps(...all)
      await hadi.expectSteps(...all)
    })

    await test.step('two members of one step join too, and after a reload both have the same', async () => {
      await remark(hadi, 'Menelaah surat', 'Segera')
      await hadi.expectSaved()
      await Promise.all([page.reload(), other.reload()])
      for (const hand of [rina, hadi]) {
        await hand.step('Menelaah surat').click()
        await expect(hand.inspector.getByLabel('Keterangan', { exact: true })).toHaveValue('Segera')
      }
    })
  } finally {
    await elsewhere.close()
  }
})

const away = (context: BrowserContext, yes: boolean) => context.setOffline(yes)

test('two officers edit at random, with the line cut in between: one draft in the end, and no word lost', {
  tag: '@long',
}, async ({ page, desk, browser, office, baseURL, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/)
  await desk.seat(authors.author)
  await begin(page, 'Balasan Surat')
  const elsewhere = await browser.newContext({ baseURL, locale: 'id-ID' })
  try {
    const other = await elsewhere.newPage()
    await office.signInAs(other, authors.colleague)
    await other.goto(`/susun/${agency}/balasan-surat`)
    await new Mouse(other).expectSteps(...steps, 'Kegiatan baru')
    const walkers = [
      { author: 'Rina', page },
      { author: 'Hadi', page: other },
    ] as const
    const { deeds } = await walkTogether(walkers, { lastsMs: 9000, cutMs: 3000, seed: 36 })
    await expectQuiet(walkers)
    await expect.poll(async () => (await shownIn(walkers[0])) === (await shownIn(walkers[1]))).toBe(true)
    const log = await office.query(`select changes, clashes from draft_batches where slug = 'balasan-surat'`)
    const kept = await Promise.all(walkers.map(keptIn))
    expect(deeds.length).toBeGreaterThan(5)
    expect(lostOf(deeds, JSON.stringify(log), kept.join('\n'))).toEqual([])
    const shown = await shownIn(walkers[0])
    await page.reload()
    await expect.poll(() => shownIn(walkers[0])).toBe(shown)
  } finally {
    await elsewhere.close()
  }
})
