import type { Page } from '@playwright/test'
import { expect } from './patience.ts'

/** The published components that the flow does not say by itself, on their page. */
async function writeComponents(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/komponen`)
  const words = page.locator('form').filter({ has: page.locator('#bagian-requirements') })
  await words.getByRole('textbox', { name: /^Persyaratan/ }).fill('Surat permohonan\nDaftar peserta')
  await words
    .getByLabel(/^Lama 1/)
    .first()
    .fill('2')
  await words
    .getByLabel(/^Satuan 1/)
    .first()
    .selectOption({ label: 'hari kerja' })
  await words.getByLabel(/^Biaya/).selectOption({ label: 'Gratis' })
  await words.getByRole('textbox', { name: /^Produk/ }).fill('Ruang rapat yang siap dipakai')
  await words.getByLabel(/^Saluran 1/).selectOption({ label: 'WhatsApp' })
  await words.getByLabel(/^Nomor atau alamat 1/).fill('0812 0000 0001')
  await words.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Tersimpan.' })).toBeVisible()
}

async function sendForReview(page: Page, home: string): Promise<void> {
  await page.goto(home)
  await page.getByRole('link', { name: 'Tinjau' }).click()
  await expect(page.getByText('Tidak ada yang menghalangi. Siap ditetapkan.')).toBeVisible()
  await page.getByLabel(/^Catatan/).fill('Prosedur baru.')
  await page.getByRole('button', { name: 'Kirim untuk ditinjau' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Terkirim untuk ditinjau.' })).toBeVisible()
  await expect(page.getByText('Anda ikut menyusun versi ini, jadi orang lain yang menyetujuinya.')).toBeVisible()
}

export async function approve(page: Page, title: string): Promise<void> {
  await page.goto('/susun')
  await page.getByRole('link', { name: title }).first().click()
  await page
    .getByRole('link', { name: /^Tinja/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Disetujui.' })).toBeVisible()
}

/** Signs under the number that the page promises, and answers it. */
export async function sign(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/tetapkan`)
  const number = (await page.getByRole('radiogroup').locator('strong.numeric').first().innerText()).trim()
  await page.getByRole('button', { name: 'Tetapkan sekarang' }).click()
  await expect(page.getByRole('status')).toContainText(`Ditetapkan dengan nomor ${number}`)
  return number
}

/** What author, approver and signatory do, one after another; each sits down when it is their turn. Answers the number. */
export async function setInForce(
  page: Page,
  home: string,
  { title, approver, signatory }: { title: string; approver(): Promise<void>; signatory(): Promise<void> },
): Promise<string> {
  await writeComponents(page, home)
  await sendForReview(page, home)
  await approver()
  await approve(page, title)
  await signatory()
  return sign(page, home)
}
