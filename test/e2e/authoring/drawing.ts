import type { Locator, Page } from '@playwright/test'
import { expect } from './patience.ts'

/** What is seen of the builder, whatever hand works it. */
export class Drawing {
  readonly canvas: Locator
  readonly inspector: Locator
  readonly outline: Locator
  readonly saved: Locator
  readonly table: Locator
  constructor(readonly page: Page) {
    this.canvas = page.getByRole('application', { name: 'Kanvas alur' })
    this.inspector = page.getByRole('complementary', { name: 'Rincian' })
    this.outline = page.getByRole('navigation', { name: 'Kerangka alur' })
    this.saved = page.locator('.save-mark')
    this.table = page.getByRole('grid', { name: 'Tabel langkah' })
  }

  card(name: string): Locator {
    return this.canvas.locator('.react-flow__node').filter({ hasText: name })
  }

  /** A step in the list beside the canvas. */
  row(name: string): Locator {
    return this.outline.getByRole('listitem').filter({ has: this.page.locator('.outline__step', { hasText: name }) })
  }

  step(name: string): Locator {
    return this.row(name).locator('.outline__step')
  }

  exit(from: string, words: string): Locator {
    return this.row(from).getByRole('button', { name: words })
  }

  /** A row of the table of steps, from 1. */
  tableRow(row: number): Locator {
    return this.table.locator('[data-row]').nth(row - 1)
  }

  /** Which row a step has now: setting exits moves rows. */
  async rowOf(activity: string): Promise<number> {
    const words = this.table.locator('[data-row] td[data-column="activity"] > span:last-child')
    await expect(words.getByText(activity, { exact: true })).toBeVisible()
    return (await words.allInnerTexts()).indexOf(activity) + 1
  }

  /** A cell of it; the first column after the number is 1. */
  cell(row: number, column: number): Locator {
    return this.tableRow(row)
      .locator('td')
      .nth(column - 1)
  }

  exits(row: number): Locator {
    return this.tableRow(row).locator('.step-table__exits')
  }

  async expectSteps(...names: readonly string[]): Promise<void> {
    await expect(this.outline.locator('.outline__rows .outline__name')).toHaveText(
      names.map((name, index) => `${index + 1}. ${name}`),
    )
  }

  async expectSound(): Promise<void> {
    await expect(this.page.locator('.check-count')).toHaveText('Alur utuh')
  }

  async expectSaved(): Promise<void> {
    await expect(this.saved).toHaveText('Tersimpan')
  }
}
