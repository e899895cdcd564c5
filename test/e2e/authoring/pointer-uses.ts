import type { Page } from '@playwright/test'

/** A page on which no pointer is ever moved or pressed: how often one was, all the same. */
export async function withoutPointer(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as unknown as { pointerUses: number }
    counted.pointerUses = 0
    for (const name of ['pointerdown', 'pointermove']) window.addEventListener(name, () => counted.pointerUses++, true)
  })
  return () => page.evaluate(() => (window as unknown as { pointerUses: number }).pointerUses)
}
