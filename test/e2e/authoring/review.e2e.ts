import { agency, authors, expect, test } from './authors.ts'
import { Mouse } from './mouse.ts'

const secretary = 'Wulan Sekretaris'
const chief = 'Yoga Kepala Bidang'

test('a standard is talked about, changed by a suggestion and approved by two in their order', async ({ page, desk, office }) => {
  const approver = (name: string, position: string) =>
    office.hire({ name, rights: [{ agency, right: 'approver' }], positions: [{ agency, position }] })
  await approver(secretary, 'sekretaris')
  await approver(chief, 'kabid-ikp')
  const home = `/susun/${agency}/liputan-bersama`
  const hand = new Mouse(page)
  const status = page.getByRole('status')

  await desk.seat(authors.author)
  await page.goto('/susun/baru')
  await page.getByLabel(/^Judul/).fill('Liputan Bersama')
  const from = page.getByLabel(/^Mulai dari/)
  const sample = await from.locator('option', { hasText: 'Liputan Kegiatan' }).first().getAttribute('value')
  await from.selectOption(sample)
  await page.getByRole('button', { name: 'Buat standar' }).click()
  await expect(page).toHaveURL(new RegExp(`${home}$`))
  const rule = { approval: { mode: 'in-order', positions: ['sekretaris', 'kabid-ikp'] } }
  await office.query('update standards set review = $2 where agency_id = $1 and slug = $3', [agency, rule, 'liputan-bersama'])

  await test.step('a reviewer asks about a step', async () => {
    await desk.seat(authors.approver)
    await page.goto(home)
    await hand.step('Memeriksa rilis berita').click()
    await hand.inspector.getByRole('button', { name: 'Komentari' }).click()
    const words = page.getByLabel('Komentar baru')
    await expect(words).toBeFocused()
    await words.fill('Siapa yang memeriksa bila pejabatnya cuti?')
    await words.press('Control+Enter')
    await expect(page.getByRole('article')).toContainText('Siapa yang memeriksa bila pejabatnya cuti?')
  })

  await test.step('and suggests other words for it', async () => {
    await page.getByRole('link', { name: 'Sarankan perubahan' }).click()
    await hand.step('Memeriksa rilis berita').click()
    await hand.inspector.getByLabel('Kegiatan', { exact: true }).fill('Memeriksa rilis bersama sekretaris')
    await page.getByRole('button', { name: 'Kirim saran' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Memeriksa rilis bersama sekretaris')
    await dialog.getByLabel('Catatan untuk penyusun').fill('Agar tidak berhenti saat cuti.')
    await dialog.getByRole('button', { name: 'Kirim saran' }).click()
    await expect(status.filter({ hasText: 'Saran terkirim kepada penyusun.' })).toBeVisible()
  })

  await test.step('the author takes it, answers and sends the version', async () => {
    await desk.seat(authors.author)
    await page.goto(`${home}/saran`)
    await page.getByRole('button', { name: 'Terima yang dicentang' }).click()
    await expect(status.filter({ hasText: 'Saran diterima dan masuk ke draf.' })).toBeVisible()
    await page.goto(`${home}/tinjau`)
    const talk = page.getByRole('article', { name: /^Percakapan/ })
    await talk.getByText('Balas', { exact: true }).click()
    await talk.getByLabel('Balasan').fill('Sekretaris, sudah ditulis.')
    await talk.getByRole('button', { name: 'Kirim' }).click()
    await expect(talk).toContainText('Sekretaris, sudah ditulis.')
    await page.getByRole('button', { name: 'Kirim untuk ditinjau' }).click()
    await expect(page.getByRole('listitem').filter({ has: page.getByText('Gilirannya', { exact: true }) })).toContainText(
      secretary,
    )
  })

  const approve = async (person: string, said: string) => {
    await desk.seat(person)
    await page.goto(`${home}/tinjau`)
    await page.getByRole('button', { name: 'Setujui' }).click()
    await expect(status.filter({ hasText: said })).toBeVisible()
  }
  await test.step('the second waits for the first', async () => {
    await desk.seat(chief)
    await page.goto(`${home}/tinjau`)
    await expect(page.getByRole('button', { name: 'Setujui' })).toHaveCount(0)
    await approve(secretary, 'Persetujuan Anda tercatat.')
    await approve(chief, 'Disetujui.')
  })
})
