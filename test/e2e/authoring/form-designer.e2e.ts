import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../support/test.ts'
import { authors, expect, test } from './authors.ts'
import { Mouse } from './mouse.ts'

const choice = 'Pilihan tunggal'

/** The room in which a form is designed. */
class Designer {
  readonly room: Locator
  readonly list: Locator
  readonly details: Locator
  constructor(readonly page: Page) {
    this.room = page.getByRole('dialog', { name: /^Formulir: / })
    this.list = this.room.locator('.design-list').first()
    this.details = this.room.getByRole('region', { name: 'Rincian' })
  }

  field(name: string): Locator {
    return this.list.locator('.design-row', { hasText: name })
  }

  async expectFields(...names: readonly string[]): Promise<void> {
    await expect(this.list.locator('.design-row__name')).toHaveText(names)
  }

  preview(screen: string) {
    return this.page.frameLocator(`iframe[title^="${screen}"]`)
  }
}

test('an author designs a form: by mouse, by keyboard, and sees it on a phone as it will be', async ({ page, desk }) => {
  await desk.seat(authors.author)
  await page.goto('/susun/baru')
  await page.getByLabel(/^Judul/).fill('Peminjaman Ruang Sidang')
  await page.getByRole('button', { name: 'Buat standar' }).click()
  const hand = new Mouse(page)
  await page.getByRole('button', { name: 'Pemohon mengajukan' }).click()
  await hand.nameNew('Mengajukan peminjaman ruang')
  await hand.tab('Formulir')
  await page.getByRole('button', { name: 'Buat formulir' }).click()
  await page.getByRole('button', { name: 'Rancang formulir' }).click()
  const design = new Designer(page)
  const { room, details } = design

  await test.step('fields by a press, by a drag out of the palette, and into a group', async () => {
    await room.getByRole('button', { name: choice, exact: true }).click()
    await expect(details.getByLabel('Label')).toBeFocused()
    await page.keyboard.type('Ruang')
    await room.getByRole('button', { name: 'Kelompok berulang' }).click()
    await page.keyboard.type('Peserta')
    await design.expectFields('1. Ruang', '2. Peserta', '2.1 Isian baru')
    const above = await design.field('Ruang').boundingBox()
    await hand.drag(room.getByRole('button', { name: 'Tanggal', exact: true }), {
      x: (above?.x ?? 0) + 60,
      y: (above?.y ?? 0) + 4,
    })
    await design.expectFields('1. Tanggal', '2. Ruang', '3. Peserta', '3.1 Isian baru')
    const inside = await design.field('Isian baru').boundingBox()
    await hand.drag(design.field('Tanggal'), { x: (inside?.x ?? 0) + 60, y: (inside?.y ?? 0) + 4 })
    await design.expectFields('1. Ruang', '2. Peserta', '2.1 Tanggal', '2.2 Isian baru')
  })

  await test.step('moved, doubled, taken away and brought back by keyboard, each said', async () => {
    const said = room.getByRole('status').first()
    const open = (name: string) => design.field(name).locator('.design-row__open')
    await open('Tanggal').press('Alt+ArrowLeft')
    await expect(said).toHaveText('Tanggal, urutan 3 dari 3')
    await expect(open('Tanggal')).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await design.expectFields('1. Ruang', '2. Tanggal', '3. Peserta', '3.1 Isian baru')
    await page.keyboard.press('Shift+Tab')
    await expect(room.getByRole('button', { name: 'Angkat Tanggal' })).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowUp')
    await expect(said).toHaveText('Sebelum Ruang')
    await page.keyboard.press('Escape')
    await expect(room).toBeVisible()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    await design.expectFields('1. Tanggal', '2. Ruang', '3. Peserta', '3.1 Isian baru')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+d')
    await design.expectFields('1. Tanggal', '2. Tanggal (salinan)', '3. Ruang', '4. Peserta', '4.1 Isian baru')
    await page.keyboard.press('Delete')
    await expect(open('Ruang')).toBeFocused()
    for (const _ of ['the removal', 'the copy', 'the move']) await page.keyboard.press('Control+z')
    await design.expectFields('1. Ruang', '2. Tanggal', '3. Peserta', '3.1 Isian baru')
  })

  await test.step('a condition seen at work on a phone of 360 pixels', async () => {
    await design.field('Tanggal').locator('.design-row__open').click()
    await details.getByText('Tampil hanya bila…').click()
    await details.getByRole('button', { name: 'Tambah syarat' }).click()
    await details.getByRole('combobox', { name: 'Nilai' }).selectOption({ label: 'Pilihan 1' })
    const phone = design.preview('Formulir di ponsel')
    await expect(phone.getByLabel(/^Tanggal/)).toBeVisible()
    await phone.getByRole('radio', { name: 'Pilihan 2' }).check()
    await expect(phone.getByLabel(/^Tanggal/)).toHaveCount(0)
    await expect(phone.getByText('Tidak ditanyakan pada jawaban ini')).toBeVisible()
    expect(await phone.locator('html').evaluate(() => window.innerWidth)).toBe(360)
    expect(await phone.locator('html').evaluate((html) => html.scrollWidth)).toBe(360)
    await expectAccessible(page)
  })

  await test.step('the step keeps the form when the room is closed', async () => {
    await room.getByRole('button', { name: 'Selesai' }).click()
    await expect(room).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Rancang formulir' })).toBeFocused()
    await expect(hand.inspector.locator('.item__toggle').first()).toContainText('Ruang')
  })
})
