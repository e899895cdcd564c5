import { expect, expectAccessible, test } from './support/test.ts'

const nasty = '<img src=x onerror="document.title=\'taken\'">'

test('a word with markup is shown as a word', async ({ page }) => {
  await page.goto(`/?q=${encodeURIComponent(nasty)}`)
  await expect(page.getByRole('searchbox').or(page.locator('input[name=q]')).first()).toHaveValue(nasty)
  expect(await page.title()).not.toBe('taken')
  expect(await page.locator('img[src=x]').count()).toBe(0)
})

test('a ticket that does not exist is told at its field, and stays to be mended', async ({ page, tolerate }) => {
  tolerate(/status of 422/)
  await page.goto('/lacak')
  const ticket = page.locator('input[name=ticket]')
  await ticket.fill('AAAAA-BBBBB-CCCCC-DDDDD')
  await page.locator('main form button').first().click()
  await expect(ticket).toHaveValue('AAAAA-BBBBB-CCCCC-DDDDD')
  await expect(ticket).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
})

test('a ticket stands neither in an address nor in the log', async ({ page, server, tolerate }) => {
  tolerate(/status of 404/)
  const ticket = 'ZZZZZ-YYYYY-XXXXX-WWWWW'
  await page.goto(`/lacak/${ticket}`)
  await expectAccessible(page)
  expect(server.said()).not.toContain(ticket)
  expect(server.said()).toContain('/lacak/:ticket')
})

test('pages of staff ask strangers to sign in and lead back', async ({ page }) => {
  for (const path of ['/kerja', '/susun', '/kelola', '/akun']) {
    await page.goto(path)
    await expect(page).toHaveURL(`/masuk?ke=${encodeURIComponent(path)}`)
  }
})

test('an address that is no text leads nowhere', async ({ request, server }) => {
  for (const path of ['/standar/%00', '/lacak/%E0%A4', '/?q=%00']) {
    const answer = await request.get(path)
    expect(answer.status()).toBe(404)
    expect(await answer.text()).not.toMatch(/node_modules|\bat [\w.]+ \(/)
  }
  expect(server.said()).not.toContain('%E0%A4')
})

test('what is too large is refused while it arrives', async ({ request, server }) => {
  const answer = await request.post('/masuk', {
    headers: { Origin: server.origin },
    form: { email: 'x'.repeat(400_000), password: 'y' },
  })
  expect(answer.status()).toBe(413)
})
