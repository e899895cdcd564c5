import {
  type Definition,
  type Duration,
  type Edit,
  type LaneId,
  limits,
  type NodePatch,
  type RowNode,
  readDuration,
  timeWords,
  withTimeWords,
} from '#engine'
import { freshIds } from '../fresh-id.ts'
import { durationOf, type WordColumn } from './columns.ts'

/** `kept`: words that are no time one can count; they stay with the step as words. */
export type CellEdit =
  | { ok: true; edits: Edit[]; kept?: true }
  | { ok: false; why: 'empty' | 'too-long' | 'too-many'; max: number }

/** What typing a text into a cell does to the draft. */
export function editCell(definition: Definition, node: RowNode, column: WordColumn, typed: string): CellEdit {
  const text = typed.trim()
  const patched = (patch: NodePatch): CellEdit => ({ ok: true, edits: [{ type: 'UpdateNode', node: node.id, patch }] })
  switch (column) {
    case 'activity': {
      const words = text.replace(/\s+/g, ' ')
      const wrong = tooMuch([words], limits.label)
      if (words === '') return { ok: false, why: 'empty', max: limits.label }
      return wrong ?? patched(node.kind === 'decision' ? { question: words } : { activity: words })
    }
    case 'lane':
      return text === '' ? { ok: false, why: 'empty', max: limits.label } : editLane(definition, node, text)
    case 'time':
      return editTime(node, text)
    case 'requirements':
    case 'output': {
      const items = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      if (items.length > limits.items) return { ok: false, why: 'too-many', max: limits.items }
      return tooMuch(items, limits.sentence) ?? patched({ [column]: items })
    }
    case 'remark':
      return tooMuch([text], limits.sentence) ?? patched({ remark: text === '' ? undefined : text })
  }
}

const tooMuch = (texts: readonly string[], max: number): CellEdit | null =>
  texts.some((text) => text.length > max) ? { ok: false, why: 'too-long', max } : null

/** The lane of that name, by any of its names, or a new one at the end. */
export function laneCalled({ flow }: Definition, name: string): LaneId | null {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
  const lanes = flow.lanes.map((lane) => ({ id: lane.id, names: [lane.name, ...lane.aliases].map(plain) }))
  return (
    (lanes.find(({ names }) => names[0] === plain(name)) ?? lanes.find(({ names }) => names.includes(plain(name))))?.id ?? null
  )
}

function editLane(definition: Definition, node: RowNode, typed: string): CellEdit {
  const name = typed.replace(/\s+/g, ' ')
  const standing = laneCalled(definition, name)
  const wrong = standing === null ? tooMuch([name], limits.label) : null
  if (wrong) return wrong
  if (standing === node.lane) return { ok: true, edits: [] }
  const lane = standing ?? freshIds(definition)<LaneId>('lane')
  const added: Edit[] =
    standing === null ? [{ type: 'AddLane', lane: { id: lane, name, kind: 'positions', positions: [], aliases: [] } }] : []
  return { ok: true, edits: [...added, { type: 'UpdateNode', node: node.id, patch: { lane } }] }
}

/** A time keeps the moment from which it counted before, since words do not say it. */
function editTime(node: RowNode, text: string): CellEdit {
  const before = durationOf(node)
  const read = readDuration(text)
  if (read.ok) {
    const { amount, upTo, unit, maximum, note, clock } = read.duration
    const anchor = before?.anchor ?? read.duration.anchor
    const kept = before && before.unit === unit ? before.clock : clock
    return timed(node, {
      amount,
      unit,
      maximum,
      anchor,
      clock: clock === 'calendar' ? clock : kept,
      ...(upTo ? { upTo } : {}),
      ...(note ? { note } : {}),
    })
  }
  if (read.code === 'empty') return timed(node, undefined)
  if (text.length > limits.label) return { ok: false, why: 'too-long', max: limits.label }
  const note = withTimeWords(node.note, text)
  if ((note ?? '').length > limits.sentence) return { ok: false, why: 'too-long', max: limits.label }
  const patch: NodePatch = node.kind === 'task' ? { note, duration: undefined, sharesTimeWith: undefined } : { note }
  return { ok: true, kept: true, edits: [{ type: 'UpdateNode', node: node.id, patch }] }
}

function timed(node: RowNode, duration: Duration | undefined): CellEdit {
  const words = timeWords(node.note) === null ? {} : { note: withTimeWords(node.note, null) }
  const patch = (change: NodePatch): CellEdit => ({
    ok: true,
    edits: [{ type: 'UpdateNode', node: node.id, patch: { ...change, ...words } }],
  })
  if (node.kind === 'task') return patch(duration ? { duration } : { duration, sharesTimeWith: undefined })
  if (node.kind === 'wait' && duration) return patch({ until: { kind: 'duration', duration } })
  return { ok: false, why: 'empty', max: limits.label }
}
