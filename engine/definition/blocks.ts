import { z } from 'zod'
import { canonicalJson } from './canonical.ts'
import { ComplaintChannel, Components } from './components.ts'
import type { Edit } from './edit/edit.ts'
import { limits } from './limits.ts'
import type { Definition } from './schema.ts'

/** Parts that an agency writes once for all its standards. */
export const blockKeys = ['complaints', 'serviceGuarantee', 'safetyGuarantee', 'supervision', 'evaluation', 'facilities'] as const
export type BlockKey = (typeof blockKeys)[number]

const Channels = z.array(ComplaintChannel).max(limits.items)
/** The text of a shared part: channels of complaints, or the items of the component. */
export const BlockText = z.union([Channels, Components.shape.facilities.shape.items])
export type BlockText = ComplaintChannel[] | string[]

/** Reads the text of one part; null where it is no such text. */
export function readBlock(key: BlockKey, raw: unknown): BlockText | null {
  const schema = key === 'complaints' ? Channels : Components.shape[key].shape.items
  const parsed = schema.safeParse(raw)
  return parsed.success ? parsed.data : null
}

/** What a standard says in the place of a shared part. */
export const blockOf = ({ components }: Pick<Definition, 'components'>, key: BlockKey): BlockText =>
  key === 'complaints' ? components.complaints.channels : components[key].items

/** The edit that puts the text of a shared part into a standard; of complaints the way and the time stay its own. */
export function blockEdit(definition: Definition, key: BlockKey, text: BlockText): Edit {
  if (key === 'complaints') {
    const value = { ...definition.components.complaints, channels: text as ComplaintChannel[] }
    return { type: 'SetComponent', key, value }
  }
  return { type: 'SetComponent', key, value: { items: text as string[] } }
}

export const sameBlock = (a: BlockText, b: BlockText): boolean => canonicalJson(a) === canonicalJson(b)

/** How a standard stands to a shared part: it says it, says an older text of it, says something of its own, or nothing. */
export type BlockStanding = 'same' | 'older' | 'own' | 'empty'
export function blockStanding(own: BlockText, texts: readonly BlockText[]): BlockStanding {
  const [newest, ...older] = texts.toReversed()
  if (newest !== undefined && sameBlock(own, newest)) return 'same'
  if (own.length === 0) return 'empty'
  return older.some((text) => sameBlock(own, text)) ? 'older' : 'own'
}

/**
 * Whether a draft that somebody writes may be given the text: only where nobody worked on that part since the draft began.
 * `began` is the text it began from; without one, an empty part or an older text of the agency is nobody's work.
 */
export function mayTakeBlock(draft: BlockText, began: BlockText | null, texts: readonly BlockText[]): boolean {
  if (began !== null && sameBlock(draft, began)) return true
  return blockStanding(draft, texts) !== 'own'
}
