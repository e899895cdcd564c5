import type { Page } from '@playwright/test'
import { Desk } from '../support/desk.ts'
import { test as base, expect } from '../support/test.ts'
import { setInForce } from './life-of-a-version.ts'
import { Mouse } from './mouse.ts'

/** A server that nobody administers yet. */
const test = base.extend<object, { fresh: true }>({
  fresh: [async ({ office: _ }, use) => use(true), { scope: 'worker', auto: true }],
})

const agency = 'dinas-perpustakaan'
const slug = 'kartu-anggota'
const home = `/susun/${agency}/${slug}`
const password = 'tiga kucing membaca buku'
const librarian = 'Pustakawan'
const chief = 'Kepala Dinas Perpustakaan'

const address = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@example.test`
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Perubahan sudah disimpan.' })

/** Takes up a link at a browser where nobody is signed in. */
async function accept(page: Page, link: string, self?: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(link)
  if (self) {
    await page.getByLabel(/^Nama/).fill(self)
    await page.getByLabel(/^Surel/).fill(address(self))
  }
  await page.getByLabel(/^Kata sandi baru/).fill(password)
  await page.getByLabel(/^Ulangi kata sandi/).fill(password)
  await page.getByRole('main').locator('form').getByRole('button').last().click()
  await expect(page).not.toHaveURL(/undangan/)
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/masuk')
  await page.getByLabel(/^Surel/).fill(address(name))
  await page.getByLabel(/^Kata sandi/).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click()
  await expect(page).not.toHaveURL(/masuk/)
}

const oneTimeLink = (page: Page) => page.getByLabel('Tautan sekali pakai').inputValue()

async function addPosition(page: Page, title: string, signs = false): Promise<void> {
  await page.goto(`/kelola/${agency}/jabatan`)
  const form = page.locator('form').filter({ has: page.locator('input[name="act"][value="add"]') })
  await form.getByLabel(/^Nama jabatan/).fill(title)
  if (signs) await form.getByLabel('Pemangkunya boleh menandatangani surat keputusan').check()
  await form.getByRole('button', { name: 'Tambah jabatan' }).click()
  await expect(saved(page)).toBeVisible()
}

type Invited = { name: string; right?: string; position?: string }
async function invite(page: Page, { name, right, position }: Invited): Promise<string> {
  await page.goto(`/kelola/${agency}/orang`)
  await page.getByLabel(/^Surel/).fill(address(name))
  await page.getByLabel(/^Nama/).fill(name)
  if (position) await page.getByLabel(/^Jabatan mulai hari ini/).selectOption({ label: position })
  if (right) await page.getByRole('checkbox', { name: right }).check()
  await page.getByRole('button', { name: 'Undang', exact: true }).click()
  return oneTimeLink(page)
}

test('a new agency with a new standard comes in through the pages alone', async ({ page, server, office }) => {
  test.setTimeout(240_000)

  const first = await test.step('the one-time link makes the operator, who makes the agency', async () => {
    expect(server.firstAdministratorLink).not.toBeNull()
    await accept(page, server.firstAdministratorLink ?? '', 'Sinta Operator')
    await page.goto('/kelola')
    await page.getByRole('link', { name: 'Perangkat daerah baru' }).click()
    const field = (label: string) => page.getByLabel(new RegExp(`^${label}`))
    await page.locator('#agency-id').fill(agency)
    await field('Pemerintah').fill('PEMERINTAH KABUPATEN CONTOH')
    await field('Nama lengkap').fill('Dinas Perpustakaan Kabupaten Contoh')
    await field('Nama pendek').fill('Dinas Perpustakaan')
    await field('Tempat penetapan').fill('Contoh')
    await field('Kalender awal').selectOption({ label: 'Kosong' })
    await field('Nama administrator').fill('Tono Administrator')
    await field('Surel administrator').fill(address('Tono Administrator'))
    await page.getByRole('button', { name: 'Buat perangkat daerah' }).click()
    return oneTimeLink(page)
  })

  const links = await test.step('its administrator furnishes it', async () => {
    await accept(page, first)
    await addPosition(page, chief, true)
    await addPosition(page, librarian)
    await page.goto(`/kelola/${agency}/register`)
    await page.getByLabel(/^Nama seri/).fill('Keputusan Kepala Dinas')
    await page.getByLabel(/^Pola/).fill('041/{seq:3}/{yyyy}')
    await page.getByRole('button', { name: 'Tambah seri' }).click()
    await expect(saved(page)).toBeVisible()
    await page.goto(`/kelola/${agency}/kalender`)
    await page.getByRole('button', { name: 'Pakai daftar ini' }).click()
    await expect(saved(page)).toBeVisible()
    return {
      author: await invite(page, { name: 'Umi Penyusun', right: 'penyusun' }),
      approver: await invite(page, { name: 'Viko Penyetuju', right: 'penyetuju' }),
      signatory: await invite(page, { name: 'Wulan Kepala', right: 'penanda tangan', position: chief }),
      librarian: await invite(page, { name: 'Yayan Pustakawan', position: librarian }),
    }
  })

  await test.step('its author writes a small standard', async () => {
    await accept(page, links.author)
    await page.goto('/susun')
    await page.getByRole('link', { name: 'Standar baru' }).first().click()
    await page.getByLabel(/^Judul/).fill('Kartu Anggota')
    await page.getByRole('button', { name: 'Buat standar' }).click()
    const hand = new Mouse(page)
    const { inspector } = hand
    await page.getByRole('button', { name: 'Pemohon mengajukan' }).click()
    await hand.nameNew('Mengajukan kartu anggota')
    await hand.tab('Formulir')
    await inspector.getByRole('button', { name: 'Buat formulir' }).click()
    await inspector.getByRole('button', { name: 'Tambah isian' }).click()
    await page.getByRole('menuitem', { name: 'Teks pendek' }).click()
    await inspector.getByLabel('Label', { exact: true }).fill('Nama pemohon')
    await hand.lane('Pelaksana 1').click()
    await inspector.getByLabel('Nama pelaksana').fill(librarian)
    await inspector.getByLabel(librarian, { exact: true }).check()
    await hand.step('Kegiatan baru').click()
    await hand.tab('Kata')
    await inspector.getByLabel('Kegiatan', { exact: true }).fill('Menerbitkan kartu anggota')
    await hand.tab('Waktu')
    await inspector.getByLabel('Ada batas waktu').check()
    await hand.expectSound()
    await page.getByRole('button', { name: 'Simpan draf' }).click()
    await hand.expectSaved()
  })

  const number = await setInForce(page, home, {
    title: 'Kartu Anggota',
    approver: () => accept(page, links.approver),
    signatory: () => accept(page, links.signatory),
  })
  expect(number).toMatch(/^041\/001\/\d{4}$/)

  await test.step('the sheet is public and a request runs to its end', async () => {
    await accept(page, links.librarian)
    await page.context().clearCookies()
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Kartu Anggota' }).first()).toBeVisible()
    await page.goto(`/standar/${agency}/${slug}`)
    await expect(page.getByRole('main')).toContainText(number)
    await page.getByRole('main').locator(`a[href="/ajukan/${agency}/${slug}"]`).first().click()
    const desk = new Desk(page, office)
    await desk.step.write({ 'Nama pemohon': 'Zaki' })
    await desk.step.send('Kirim permohonan')
    const ticket = await desk.ticket()
    await signIn(page, 'Yayan Pustakawan')
    await page.goto('/kerja')
    const activity = 'Menerbitkan kartu anggota'
    const row = desk.row(activity, 'Zaki')
    // The agency's calendar gives it a day when it is due.
    await expect(row).toContainText('Jatuh tempo')
    await row.getByRole('link', { name: activity, exact: true }).click()
    await desk.finish('Kirim')
    await desk.track(ticket)
    await expect(page.getByRole('main')).toContainText('Selesai')
  })
})
