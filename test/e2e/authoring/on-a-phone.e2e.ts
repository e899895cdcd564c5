import { agency, authors, expect, test } from './authors.ts'
import { Drawing } from './drawing.ts'

test.use({ viewport: { width: 390, height: 844 } })

test('a step chosen in the list of a phone is there when the drawing is opened', async ({ page, desk }) => {
  await desk.seat(authors.author)
  await page.goto(`/susun/${agency}/pembuatan-konten-media-sosial`)
  const drawing = new Drawing(page)
  const last = drawing.outline.locator('.outline__step').last()
  const name = (await last.locator('.outline__name').innerText()).replace(/^\d+\. /, '')
  await last.click()
  await page.getByRole('button', { name: 'Tutup rincian' }).click()
  await page.getByRole('button', { name: 'Kanvas', exact: true }).click()
  // Nothing may be moved to where there is no number: the browser would note it, and the test with it.
  await expect(page.locator('.react-flow__viewport')).not.toHaveAttribute('style', /NaN/)
  await expect(drawing.card(name).first()).toBeAttached()
})

test('the matrix of a draft is read on a phone inside a box of its own', async ({ page, desk }) => {
  await desk.seat(authors.author)
  await page.goto(`/susun/${agency}/pembuatan-konten-media-sosial`)
  await page.getByRole('button', { name: 'Bagan SOP', exact: true }).click()
  const matrix = page.getByRole('region', { name: 'Bagan SOP dari draf ini' })
  await expect(matrix.getByRole('img', { name: /^Bagan alir SOP/ }).first()).toBeVisible()
  await expect(new Drawing(page).canvas).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await matrix.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => matrix.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
})
