import type { Locator } from '@playwright/test'
import { Drawing } from './drawing.ts'
import { expect } from './patience.ts'

type Point = { x: number; y: number }

async function middle(of: Locator): Promise<Point> {
  await expect(of).toBeVisible()
  const box = await of.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The builder worked with the mouse; the keyboard only writes words. */
export class Mouse extends Drawing {
  async drag(from: Locator, to: Point): Promise<void> {
    const { mouse } = this.page
    const at = await middle(from)
    await mouse.move(at.x, at.y)
    await mouse.down()
    await mouse.move(at.x + 6, at.y + 6, { steps: 3 })
    await mouse.move(to.x, to.y, { steps: 12 })
    await mouse.move(to.x + 1, to.y, { steps: 2 })
    await mouse.up()
  }

  lane(name: string): Locator {
    return this.canvas.locator('.lane-head', { hasText: name })
  }

  /** A place in a lane, so far down the canvas. */
  async placeIn(lane: string, down: number): Promise<Point> {
    const { x } = await middle(this.lane(lane))
    const box = await this.canvas.boundingBox()
    if (box === null) throw new Error('no canvas')
    return { x, y: box.y + box.height * down }
  }

  async showAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tampilkan semua' }).click()
    const view = this.canvas.locator('.react-flow__viewport')
    let before = ''
    await expect
      .poll(async () => {
        const now = (await view.getAttribute('style')) ?? ''
        const still = now === before
        before = now
        return still
      })
      .toBe(true)
  }

  async nameNew(name: string): Promise<void> {
    const first = this.inspector.getByRole('textbox').first()
    await expect(first).toBeFocused()
    await first.fill(name)
  }

  palette(kind: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Tambahkan ke alur' }).getByRole('button', { name: kind })
  }

  /** The "+" of a line, after pressing the line in the list. */
  async plusOf(from: string, words: string): Promise<Locator> {
    await this.exit(from, words).click()
    return this.canvas.locator('.line-mark--selected').getByRole('button', { name: 'Sisipkan di sini' })
  }

  async insert(kind: string, from: string, words: string): Promise<void> {
    await (await this.plusOf(from, words)).click()
    await this.page.locator('.insert-menu').getByRole('button', { name: kind }).click()
  }

  /** From the handle of an exit, or of the only exit, to the head of another card. */
  async connect(from: string, to: string, outcome = 'out'): Promise<void> {
    const handle = this.card(from).locator(`.react-flow__handle.source[data-handleid="${outcome}"]`)
    const head = this.card(to).locator('.react-flow__handle.target')
    await this.drag(handle, await middle(head))
  }

  async tab(name: string): Promise<void> {
    await this.inspector.getByRole('tab', { name }).click()
  }
}
