import type { Translate } from '#app/i18n/translator.ts'
import { changesBetween, type Definition, insist, partKey, wholeOf } from '#engine'
import { numberedName } from '../names.ts'
import type { KeptClash } from './fold.ts'

/** A clash as its author reads it. `possible` is false where one's own change cannot be made any more. */
export type ClashWords = { title: string; mine: readonly string[]; theirs: readonly string[]; possible: boolean }

export function clashWords(clash: KeptClash, definition: Definition, t: Translate): ClashWords {
  if (clash.why === 'gone' && clash.back.length > 0) return goneWords(clash, t)
  const insisted = insist(definition, clash, clash.back)
  const told = insisted === null ? [] : changesBetween(definition, insisted)
  const first = told[0]
  const title = first ? [first.place, first.what].filter(Boolean).join(': ') : placeOf(clash, definition, t)
  if (told.length === 0)
    return { title, mine: [plain(clash.change.after, t)], theirs: [plain(clash.current, t)], possible: insisted !== null }
  const lines = (side: 'before' | 'after') => told.flatMap((one) => (one[side].length > 0 ? one[side] : []))
  return {
    title,
    mine: orNothing(told.length === 1 ? lines('after') : told.map(({ sentence }) => sentence), t),
    theirs: orNothing(told.length === 1 ? lines('before') : [], t),
    possible: true,
  }
}

/** All that was written on a thing that the colleague took away. */
function goneWords({ change, with: others, back }: KeptClash, t: Translate): ClashWords {
  const whole = back.find(({ part }) => partKey(part) === partKey(wholeOf(change.part)))
  const lines = [change, ...others].flatMap(({ part, after }) =>
    ('member' in part && part.member === 'order') || after === undefined ? [] : [plain(after, t)],
  )
  return {
    title: plain(whole?.after, t),
    mine: orNothing([...new Set(lines)], t),
    theirs: [t('builder.together.clash.removed')],
    possible: true,
  }
}

const orNothing = (lines: readonly string[], t: Translate): readonly string[] =>
  lines.length > 0 ? lines : [t('builder.together.clash.nothing')]

function placeOf({ change: { part } }: KeptClash, definition: Definition, t: Translate): string {
  if (part.of === 'node') return numberedName(definition, part.id, t)
  if (part.of === 'edge') {
    const edge = definition.flow.edges.find(({ id }) => id === part.id)
    return edge ? `${numberedName(definition, edge.from, t)} → ${numberedName(definition, edge.to, t)}` : t('builder.kind.edge')
  }
  return t(`builder.together.part.${part.of}`)
}

/** A value as far as it has words of its own. */
function plain(value: unknown, t: Translate): string {
  if (value === undefined || value === null) return t('builder.together.clash.nothing')
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('; ')
  const named = value as { activity?: string; question?: string; name?: string; label?: string; title?: string }
  return named.activity ?? named.question ?? named.name ?? named.label ?? named.title ?? t('builder.together.clash.something')
}
