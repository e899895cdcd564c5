import { canonicalJson, type Definition, overlaid, type PartChange } from '#engine'
import type { History } from '../history.ts'

/** What colleagues did, in the order in which this window heard of it. */
export type News = readonly { changes: readonly PartChange[]; newest: Definition }[]
type Step = (history: History<Definition>) => History<Definition>

/**
 * Undo and redo where colleagues write too: an earlier draft is brought up to what they did since before it is gone back to.
 * Drafts with which that cannot be done, or that would show no difference, are passed over.
 */
export function goBack(history: History<Definition>, step: Step, news: News, known: WeakMap<Definition, number>) {
  let from = history
  for (;;) {
    const next = step(from)
    if (next === from) return { ...from, present: history.present }
    const present = broughtUp(next.present, news, known)
    if (present !== null && (present === next.present || canonicalJson(present) !== canonicalJson(history.present)))
      return { ...next, present }
    from = { ...next, present: from.present, ...passing(from, next) }
  }
}

/** The draft that was passed over leaves the list that it stood in, and does not come into the other. */
const passing = (from: History<Definition>, next: History<Definition>) =>
  next.past.length < from.past.length ? { past: next.past, future: from.future } : { past: from.past, future: next.future }

function broughtUp(draft: Definition, news: News, known: WeakMap<Definition, number>): Definition | null {
  const made = news
    .slice(known.get(draft) ?? 0)
    .reduce<Definition | null>((made, { changes, newest }) => made && overlaid(made, changes, newest), draft)
  if (made !== null) known.set(made, news.length)
  return made
}
