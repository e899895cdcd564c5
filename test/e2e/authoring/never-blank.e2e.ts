import { agency, authors, expect, test } from './authors.ts'
import { Drawing } from './drawing.ts'

const address = `/susun/${agency}/pembuatan-konten-media-sosial`
const failed = /Failed to fetch dynamically imported module|ERR_FAILED|Failed to load resource/

test.beforeEach(async ({ desk }) => desk.seat(authors.author))

test('a part that cannot be loaded says so and leaves the rest of the builder working', async ({ page, tolerate }) => {
  tolerate(failed)
  await page.route('**/draft-matrix-*.js', (route) => route.abort())
  await page.goto(address)
  await page.getByRole('button', { name: 'Bagan SOP' }).and(page.locator('.sights__one')).click()
  await expect(page.getByText('Bagan tidak dapat dimuat. Draf tetap utuh')).toBeVisible()
  await expect(new Drawing(page).canvas).toBeVisible()
  await page.getByRole('tab', { name: 'Masalah' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Masalah' })).toBeVisible()
})

test('a builder that cannot be loaded shows the steps and a way to load it again', async ({ page, tolerate }) => {
  tolerate(failed)
  await page.route('**/editor-*.js', (route) => route.abort())
  await page.goto(address)
  await expect(page.getByRole('alert')).toContainText('Penyusun tidak dapat dimuat')
  await expect(page.getByRole('listitem').filter({ hasText: 'Mendisposisi surat ke bidang IKP' })).toBeVisible()
  await page.unroute('**/editor-*.js')
  await page.getByRole('link', { name: 'Muat ulang halaman' }).click()
  await expect(new Drawing(page).canvas).toBeVisible()
})
