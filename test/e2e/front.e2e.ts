import { expect, expectAccessible, test } from './support/test.ts'

test('anybody reads the front page without a script', async ({ page }) => {
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  expect(await page.locator('script').count()).toBe(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test('an address that is not there says so', async ({ page, tolerate }) => {
  tolerate(/status of 404/)
  const response = await page.goto('/tidak/ada')
  expect(response?.status()).toBe(404)
  await expectAccessible(page)
})

test('the server is alive and ready, and tells one life from the next', async ({ request }) => {
  const [live, ready] = await Promise.all([request.get('/healthz'), request.get('/readyz')])
  expect([live.status(), ready.status()]).toEqual([200, 200])
  expect((await live.json()).boot).toBe((await ready.json()).boot)
  expect((await request.head('/readyz')).status()).toBe(200)
})

test('a post from another site reaches nothing', async ({ request }) => {
  const response = await request.post('/keluar', { headers: { Origin: 'https://evil.example' } })
  expect(response.status()).toBe(403)
})
