import type { Locator } from '@playwright/test'
import { Drawing } from './drawing.ts'
import { expect } from './patience.ts'

/** The site worked with the keyboard alone: every control is reached by Tab or by what the builder has for it. */
export class Keys extends Drawing {
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Tab forwards or backwards, as many times as it takes. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let looked = 0; looked < 60; looked++) {
      const { far, back } = await target.evaluate(distance)
      if (far === 0) return
      const key = back ? 'Shift+Tab' : 'Tab'
      // Radio groups count as many controls and take one press, so half the way is never too far.
      const presses = Array.from({ length: Math.ceil(far / 2) }, () => this.page.keyboard.press(key))
      await Promise.all(presses)
    }
    throw new Error(`the keyboard does not reach ${target}`)
  }

  async push(target: Locator): Promise<void> {
    await this.reach(target)
    await this.press('Enter')
  }

  async write(target: Locator, words: string): Promise<void> {
    await this.reach(target)
    await this.over(words)
  }

  /** Over what stands in the field that has the focus. */
  async over(words: string): Promise<void> {
    await this.press('Control+a')
    await this.page.keyboard.insertText(words)
  }

  async tick(target: Locator): Promise<void> {
    await this.reach(target)
    await this.press('Space')
    await expect(target).toBeChecked()
  }

  async flip(target: Locator): Promise<void> {
    await this.reach(target)
    await this.press('Space')
  }

  /** From a list that opens, by the first letters. */
  async pick(target: Locator, option: string): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.type(option)
    await expect(target.locator('option:checked')).toHaveText(option)
  }

  /** One of a group, by the arrows. */
  async choose(option: Locator): Promise<void> {
    const group = option.locator('xpath=ancestor::*[@role="radiogroup"]')
    const chosen = group.getByRole('radio', { checked: true })
    const first = group.getByRole('radio').first()
    await this.reach((await chosen.count()) > 0 ? chosen : first)
    for (let pressed = 0; pressed < 8 && !(await option.isChecked()); pressed++) {
      await this.press(pressed === 0 && !(await first.isChecked()) ? 'Space' : 'ArrowDown')
    }
    await expect(option).toBeChecked()
  }

  /** By its name in the command menu. */
  async command(words: string): Promise<void> {
    await this.press('Control+k')
    const search = this.page.getByRole('combobox', { name: 'Perintah' })
    await expect(search).toBeFocused()
    await this.page.keyboard.insertText(words)
    await expect(this.page.getByRole('option', { selected: true })).toContainText(words)
    await this.press('Enter')
    await expect(search).toHaveCount(0)
  }

  async nameNew(name: string): Promise<void> {
    await expect(this.inspector.getByRole('textbox').first()).toBeFocused()
    await this.over(name)
  }

  /** A part of the step's details, by the arrows; each is waited for, since the focus follows a moment later. */
  async tab(name: string): Promise<void> {
    const tabs = this.inspector.getByRole('tab')
    await this.reach(this.inspector.getByRole('tab', { selected: true }))
    const selected = await tabs.evaluateAll((all) => all.findIndex((tab) => tab.getAttribute('aria-selected') === 'true'))
    const wished = (await tabs.allInnerTexts()).indexOf(name)
    const key = wished < selected ? 'ArrowLeft' : 'ArrowRight'
    for (let at = selected; at !== wished; ) {
      at += wished < selected ? -1 : 1
      await this.press(key)
      await expect(tabs.nth(at)).toBeFocused()
    }
    await expect(tabs.nth(wished)).toHaveAttribute('aria-selected', 'true')
  }

  /** From the menu of the step that is selected. */
  async stepMenu(name: string, entry: string): Promise<void> {
    await this.push(this.row(name).getByRole('button', { name: `Tindakan untuk ${name}` }))
    await this.menu(entry)
  }

  async openTable(): Promise<void> {
    await this.push(this.page.locator('.sights').getByRole('button', { name: 'Tabel' }))
    await expect(this.table).toBeVisible()
  }

  /** To a cell of the table of steps, by the arrows. */
  async go(row: number, column: number): Promise<void> {
    const inside = await this.table.evaluate((table) => table.contains(document.activeElement))
    if (!inside) await this.reach(this.table.locator('[tabindex="0"]'))
    await this.press('Control+Home')
    for (let down = 1; down < row; down += 1) await this.press('ArrowDown')
    for (let right = 0; right < column; right += 1) await this.press('ArrowRight')
    await expect(this.cell(row, column)).toBeFocused()
  }

  async openExits(row: number): Promise<void> {
    await this.go(row, 1)
    await this.press('End')
    await expect(this.exits(row)).toBeFocused()
    await this.press('Enter')
  }

  /** An entry of the menu that is open. */
  async menu(entry: string): Promise<void> {
    const label = this.page.locator('.menu__label').getByText(entry, { exact: true })
    const item = this.page.getByRole('menuitem').filter({ has: label })
    await expect(item).toBeVisible()
    for (let pressed = 0; pressed < 30 && !(await item.evaluate((element) => element === document.activeElement)); pressed++) {
      await this.press('ArrowDown')
    }
    await expect(item).toBeFocused()
    await this.press('Enter')
  }
}

/** How many controls lie between the one that has the focus and this one; runs in the page. */
function distance(target: Element): { far: number; back: boolean } {
  const here = document.activeElement ?? document.body
  if (here === target) return { far: 0, back: false }
  const back = here !== document.body && Boolean(here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING)
  const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')]
  const able = controls.filter((one) => one === target || one === here || (one.tabIndex >= 0 && one.offsetParent !== null))
  const from = here === document.body ? -1 : able.indexOf(here as HTMLElement)
  return { far: Math.max(1, Math.abs(able.indexOf(target as HTMLElement) - from)), back }
}
