import type { Locator } from '@playwright/test'
import { Mouse } from './mouse.ts'
import { expect } from './patience.ts'

/** The same acts as the keyboard has, by the mouse. */
export class Pointer extends Mouse {
  async push(target: Locator): Promise<void> {
    await target.click()
  }

  async write(target: Locator, words: string): Promise<void> {
    await target.fill(words)
  }

  async pick(target: Locator, option: string): Promise<void> {
    await target.selectOption({ label: option })
  }

  async tick(target: Locator): Promise<void> {
    await target.check()
  }

  async flip(target: Locator): Promise<void> {
    await target.click()
  }

  async menu(entry: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click()
  }

  async openTable(): Promise<void> {
    await this.page.locator('.sights').getByRole('button', { name: 'Tabel' }).click()
    await expect(this.table).toBeVisible()
  }

  async go(row: number, column: number): Promise<void> {
    const cell = this.cell(row, column)
    await cell.click()
    await expect(cell).toBeFocused()
  }

  async openExits(row: number): Promise<void> {
    await this.exits(row).click()
  }
}
