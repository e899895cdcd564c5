import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/test.ts'
import { authors, expect, test } from './authors.ts'
import { Mouse } from './mouse.ts'

// Colours that are still on their way from day to night have contrasts of neither.
test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

const nasty = `<img src=x onerror="document.title='taken'">${'panjang '.repeat(125)}`

test('every state of the builder reads well, and keeps whatever is typed as text', { tag: '@long' }, async ({ page, desk }) => {
  test.setTimeout(240_000)
  const hand = new Mouse(page)
  const { inspector } = hand
  await desk.seat(authors.author)
  await page.goto('/susun/baru')
  await page.getByLabel(/^Judul/).fill('Peminjaman Proyektor')
  await page.getByRole('button', { name: 'Buat standar' }).click()
  await expect(page.getByRole('button', { name: 'Pemohon mengajukan' })).toBeVisible()
  await reads(page, 'nothing drawn yet')
  await page.getByRole('button', { name: 'Pemohon mengajukan' }).click()
  await hand.nameNew('Mengajukan peminjaman proyektor')
  await hand.step('Kegiatan baru').click()
  await inspector.getByLabel('Kegiatan', { exact: true }).fill('Menyerahkan proyektor')

  await test.step('each part of a step', async () => {
    for (const tab of ['Kata', 'Siapa', 'Putusan', 'Formulir', 'Waktu']) {
      await inspector.getByRole('tab', { name: tab }).click()
      await reads(page, tab)
    }
    await inspector.getByRole('tab', { name: 'Formulir' }).click()
    await inspector.getByRole('button', { name: 'Buat formulir' }).click()
    await inspector.getByRole('button', { name: 'Tambah isian' }).click()
    await page.getByRole('menuitem', { name: 'Teks pendek' }).click()
    await reads(page, 'a field')
    await inspector.getByRole('button', { name: 'Rancang formulir' }).click()
    await expect(page.getByRole('dialog', { name: /^Formulir/ })).toBeVisible()
    await reads(page, 'the form designer')
    await page.keyboard.press('Escape')
  })

  await test.step('what is no step', async () => {
    await hand.step('Mengajukan peminjaman proyektor').click()
    await hand.palette('Keputusan').click()
    await hand.nameNew('Proyektor tersedia?')
    await reads(page, 'a decision')
    await hand.exit('Proyektor tersedia?', 'lanjut ke no.').click()
    await reads(page, 'an exit')
    await hand.lane('Pemohon').click()
    await expect(inspector).toContainText('Pemohon')
    await reads(page, 'a lane')
    await hand.card('Menyerahkan proyektor').click()
    await hand.card('Mengajukan peminjaman proyektor').click({ modifiers: ['Control'] })
    await expect(inspector).toContainText('2 langkah terpilih')
    await reads(page, 'several steps')
    await hand.card('Menyerahkan proyektor').click({ button: 'right' })
    await expect(page.getByRole('menu')).toBeVisible()
    await reads(page, 'the menu of a step')
    await page.keyboard.press('Escape')
  })

  await test.step('what stands beside and over the drawing', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Perintah' })).toBeFocused()
    await reads(page, 'the command menu')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /^Masalah/ }).click()
    await reads(page, 'problems')
    await page.getByRole('tab', { name: /^Komentar/ }).click()
    await reads(page, 'conversations')
    await page.getByRole('tab', { name: /^Kerangka/ }).click()
    await sight(page, 'Bagan SOP')
    await expect(page.getByRole('region', { name: 'Bagan SOP dari draf ini' }).getByRole('img').first()).toBeVisible()
    await reads(page, 'the matrix')
    await sight(page, 'Bagan SOP')
    await sight(page, 'Coba')
    await reads(page, 'a play')
    await sight(page, 'Coba')
    await sight(page, 'Tabel')
    await expect(hand.table).toBeVisible()
    await reads(page, 'the table')
    await page.getByRole('button', { name: 'Tempel tabel' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await reads(page, 'a table to paste')
    await page.keyboard.press('Escape')
    await sight(page, 'Kanvas')
  })

  await test.step('markup and a thousand letters in every field stay text, or are refused with a word', async () => {
    const fields = async () => inspector.getByRole('textbox').all()
    for (const name of ['Mengajukan peminjaman proyektor', 'Proyektor tersedia?']) {
      await hand.step(name).click()
      for (const field of (await fields()).slice(1)) {
        await field.fill(nasty.slice(0, 150))
        await field.blur()
      }
    }
    const activity = inspector.getByRole('textbox').first()
    await activity.fill(nasty)
    await activity.blur()
    await sight(page, 'Bagan SOP')
    await expect(page.getByRole('region', { name: 'Bagan SOP dari draf ini' })).toBeVisible()
    expect(await page.locator('img[src=x]').count()).toBe(0)
    expect(await page.title()).not.toBe('taken')
    await expect(hand.canvas).toBeVisible()
    await sight(page, 'Bagan SOP')
  })

  await test.step('on a phone by night', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    for (const view of ['Kerangka', 'Kanvas', 'Tabel', 'Bagan SOP']) {
      await page.locator('.builder__switch').getByRole('button', { name: view }).click()
      await reads(page, `${view} on a phone`)
      const [needed, given] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(needed).toBeLessThanOrEqual(given ?? 0)
    }
  })
})

const sight = (page: Page, name: string) => page.locator('.sights').getByRole('button', { name, exact: true }).click()

/** Nothing grave for those who listen or see little, in the state named. */
async function reads(page: Page, state: string): Promise<void> {
  await test.step(`axe: ${state}`, async () => expectAccessible(page))
}
