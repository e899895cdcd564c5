import type { Page } from '@playwright/test'
import { type DemoOffice, lookAround } from './support/demo-office.ts'
import { pagePatterns, sitePages } from './support/site-pages.ts'
import { test as base, expect, expectAccessible, expectVisible } from './support/test.ts'

const test = base.extend<object, { demoOffice: DemoOffice }>({
  demoOffice: [async ({ office, databaseUrl }, use) => use(await lookAround(office, databaseUrl)), { scope: 'worker' }],
})
// Many and short: whoever is free takes the next, so that none works on alone at the end.
test.describe.configure({ mode: 'parallel' })
// Colours that are still on their way from day to night have contrasts of neither.
test.use({ demo: true, colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

test('every page of the site has its visit here', () => {
  expect(Object.keys(sitePages).sort()).toEqual([...pagePatterns].sort())
})

for (const [pattern, visit] of Object.entries(sitePages)) {
  test(`${pattern} reads well on a desk by day and on a phone by night`, async ({ page, office, demoOffice, tolerate }) => {
    if (visit.status) tolerate(new RegExp(`status of ${visit.status}`))
    const person = visit.as?.(demoOffice)
    if (person) await office.signInAs(page, person)
    const response = await page.goto(visit.address(demoOffice))
    expect(response?.status()).toBe(visit.status ?? 200)
    expect(new URL(page.url()).pathname).toBe(visit.address(demoOffice))
    if (visit.scripted) await expect(page.locator(visit.scripted).first()).toBeVisible()
    // Data for search engines stands in an element of that name, and runs nothing.
    else expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    await expect(page).toHaveTitle(/\S{3}/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectReadsWell(page)
  })
}

test('two versions compared read well on a desk by day and on a phone by night', async ({ page, office, demoOffice }) => {
  await office.signInAs(page, demoOffice.people.operator)
  await page.goto('/susun/kecamatan-peragaan/izin-keramaian-umum/versi')
  await page.getByLabel('Naskah semula').selectOption('1')
  await page.getByLabel('Naskah yang dibandingkan').selectOption('2')
  await page.getByRole('button', { name: 'Bandingkan' }).click()
  await expect(page).toHaveURL(/\?dari=1&ke=2$/)
  await expect(page.getByRole('heading', { name: 'Yang berubah' })).toBeVisible()
  await expect(page.getByRole('img', { name: /\((baru|berubah)\)/ }).first()).toBeVisible()
  await expectReadsWell(page)
})

async function expectReadsWell(page: Page): Promise<void> {
  await expectWithinWidth(page)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectWithinWidth(page)
  await expectVisible(page)
}

/** Nobody has to move a page sideways to read it. */
async function expectWithinWidth(page: Page): Promise<void> {
  const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  expect(needed).toBeLessThanOrEqual(given ?? 0)
}
