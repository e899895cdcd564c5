import type { Page } from '@playwright/test'
import { Mouse } from './mouse.ts'
import { expect } from './patience.ts'

/** Something an author wrote, in words that nobody else writes, and what stood there before. */
type Deed = { author: string; text: string; over: string }
export type Walker = { author: string; page: Page }
export type Walked = { deeds: readonly Deed[]; missed: number; offlineDeeds: number }
type Options = { lastsMs: number; seed: number; cutMs: number }

/** Numbers between 0 and 1 that are the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const quick = { timeout: 2500 }

/**
 * Two authors edit one draft at once, at random, on steps of their own and on the same; the line of the second is cut in the
 * middle. A step that a colleague takes away under an author's hands is a deed that was not done.
 */
export async function walkTogether(walkers: readonly [Walker, Walker], { lastsMs, seed, cutMs }: Options): Promise<Walked> {
  const began = Date.now()
  const over = () => Date.now() - began > lastsMs
  const deeds: Deed[] = []
  const count = { missed: 0, offlineDeeds: 0 }
  const context = walkers[1].page.context()
  let cut = false
  const line = async () => {
    const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
    await wait(Math.max(0, (lastsMs - cutMs) / 2))
    cut = true
    await context.setOffline(true)
    await wait(cutMs)
    await context.setOffline(false)
    cut = false
  }
  const walk = async ({ author, page }: Walker, index: number) => {
    const random = randomOf(seed + index)
    const hand = new Mouse(page)
    for (let n = 1; !over(); n += 1) {
      const deed = await act(hand, author, n, random).catch(() => null)
      if (deed === null) count.missed += 1
      else {
        deeds.push(deed)
        if (cut && index === 1) count.offlineDeeds += 1
      }
    }
  }
  await Promise.all([line(), ...walkers.map(walk)])
  return { deeds, ...count }
}

async function act(hand: Mouse, author: string, n: number, random: () => number): Promise<Deed | null> {
  const rows = hand.outline.locator('.outline__rows .outline__step')
  const steps = await rows.count()
  const what = random()
  await rows.nth(Math.floor(random() * steps)).click(quick)
  const text = `${author} ${n}`
  if (what < 0.15 && steps < 14) {
    await hand.palette('Kegiatan').click(quick)
    await expect(hand.inspector.getByRole('textbox').first()).toBeFocused(quick)
    return write(hand, 'Kegiatan', text, author)
  }
  if (what < 0.22 && steps > 5 && (await hand.saved.innerText(quick)) === 'Tersimpan') {
    await hand.page.keyboard.press('Delete')
    return null
  }
  return write(hand, what < 0.7 ? 'Kegiatan' : 'Keterangan', text, author)
}

/**
 * Reads what stands there and writes in one breath of the page: between selecting and inserting by the keyboard a colleague's
 * words may come in, and what was typed would stand beside them or nowhere.
 */
async function write(hand: Mouse, label: string, text: string, author: string): Promise<Deed | null> {
  const field = hand.inspector.getByLabel(label, { exact: true })
  if (await field.isDisabled(quick)) await hand.inspector.getByRole('button', { name: 'Tetap ubah' }).click(quick)
  const over = await field.evaluate(
    (element, words) => {
      if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return null
      if (element.matches(':disabled') || !element.isConnected) return null
      const before = element.value
      element.focus()
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, words)
      element.dispatchEvent(new InputEvent('input', { bubbles: true }))
      return before
    },
    text,
    quick,
  )
  return over === null ? null : { author, text, over }
}

/** Both have sent what they had and heard what there was. */
export async function expectQuiet(walkers: readonly Walker[]): Promise<void> {
  for (const { page } of walkers) await page.getByRole('button', { name: 'Simpan draf' }).click()
  for (const { page } of walkers) await expect(page.locator('.save-mark')).toHaveText('Tersimpan', { timeout: 40_000 })
}

/** The draft as a window shows it: its steps in order, and where each leads. */
export const shownIn = async ({ page }: Walker): Promise<string> =>
  (await page.locator('.outline__rows :is(.outline__name, .outline__lane, .outline__exit)').allInnerTexts()).join('\n')

/** What this browser keeps for its author to decide. */
export const keptIn = ({ page }: Walker): Promise<string> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('baku.draft:'))
      .map((key) => localStorage.getItem(key) ?? '')
      .join('\n'),
  )

/**
 * Words of which no trace is left: not among what was done to the draft, nor among what their author still has to decide, and
 * not written over by the same author.
 */
export function lostOf(deeds: readonly Deed[], log: string, kept: string): Deed[] {
  return deeds.filter(
    ({ author, text }) =>
      !log.includes(`"${text}"`) &&
      !kept.includes(`"${text}"`) &&
      !deeds.some((later) => later.author === author && later.over === text),
  )
}
