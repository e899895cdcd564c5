import { describe, expect, it } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import type { Definition, EdgeId, LaneId, NodeId } from '#engine'
import { newWords } from '#test/builders/new-words.ts'
import { wholeStandard } from '#test/builders/whole-standard.ts'
import { actsOf } from './acts.ts'
import { type CommandDesk, commandsFor, type Target } from './commands.ts'
import { entriesOf, menuFor, menuNameOf, menus } from './menus.ts'
import { createBuilder } from './store.ts'

const home = { agency: 'kecamatan', slug: 'izin' }
function deskOf(definition: Definition, readOnly = false): CommandDesk {
  const t = translator('id')
  const store = createBuilder(definition, { number: 1, revision: 1 }, () => 0)
  const words = { ...newWords, standard: { slug: 'arsip', version: 2 } }
  const none = () => undefined
  return {
    ...{ t, definition, store, readOnly, callable: true, home: '/susun/kecamatan/izin' },
    acts: actsOf({ t, words, store, home, ask: none }),
    outlook: { save: none, copy: none, cut: none, paste: none, fit: none, fitChosen: none, walk: none },
  }
}
/** With an exit that leads nowhere yet. */
const draft = (): Definition => {
  const whole = wholeStandard()
  const edges = whole.flow.edges.filter(({ from, outcome }) => from !== 'check' || (outcome as string) !== 'reject')
  return { ...whole, flow: { ...whole.flow, edges } }
}
const { nodes, edges, lanes } = draft().flow
const targets: [string, Target][] = [
  ['the canvas', null],
  ...nodes.map(({ id, kind }): [string, Target] => [`${kind} ${id}`, { kind: 'steps', ids: [id] }]),
  ['several steps', { kind: 'steps', ids: ['check', 'meet', 'decide'] as NodeId[] }],
  ...edges.slice(0, 3).map(({ id }): [string, Target] => [`way ${id}`, { kind: 'edge', id: id as EdgeId }]),
  ...lanes.map(({ id }): [string, Target] => [`lane ${id}`, { kind: 'lane', id: id as LaneId }]),
]

describe('the menu of', () => {
  it.each(targets)('%s holds nothing that the command menu does not', (_, target) => {
    const desk = deskOf(draft())
    const commands = new Map(commandsFor(desk, target).map((command) => [command.id, command]))
    const entries = menuFor(desk, target).filter((entry) => entry.kind !== 'separator')
    expect(entries.length).toBeGreaterThan(3)
    for (const { id } of entries) expect(commands.get(id)?.label, id).toBeTruthy()
  })

  it.each(targets)('%s names nothing twice, and no command of it is there twice', (_, target) => {
    const ids = commandsFor(deskOf(draft()), target).map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const entries = menuFor(deskOf(draft()), target).map((entry) => entry.id)
    expect(new Set(entries).size).toBe(entries.length)
  })
})

it('leaves no id of a menu or bar without a command somewhere', () => {
  const all = new Set(targets.flatMap(([, target]) => commandsFor(deskOf(draft()), target).map(({ id }) => id)))
  for (const id of Object.values(menus).flat()) {
    if (id === '-') continue
    const known = id.endsWith('*') ? [...all].some((one) => one.startsWith(id.slice(0, -1))) : all.has(id)
    expect(known, id).toBe(true)
  }
})

it('offers a step with an open exit where to lead it', () => {
  const desk = deskOf(draft())
  const labels = menuFor(desk, { kind: 'steps', ids: ['check'] as NodeId[] }).flatMap((entry) =>
    'label' in entry ? [entry.label] : [],
  )
  expect(labels).toContain('Tambah langkah untuk "Tolak"')
  expect(menuNameOf(desk, { kind: 'steps', ids: ['done'] as NodeId[] })).toBe('end')
})

it('offers nothing that changes the draft to whoever may only read', () => {
  const desk = deskOf(draft(), true)
  const before = desk.store.getState().history
  for (const [, target] of targets)
    for (const command of commandsFor(desk, target)) if (!command.id.startsWith('page-')) command.run()
  expect(desk.store.getState().history).toBe(before)
})

it('does to several steps what is asked, and leaves them chosen', () => {
  const desk = deskOf(draft())
  const ids = ['check', 'meet'] as NodeId[]
  const run = (id: string) =>
    commandsFor(desk, { kind: 'steps', ids })
      .find((command) => command.id === id)
      ?.run()
  desk.store.getState().choose(ids)
  run('align-centre')
  expect(desk.store.getState().chosen).toEqual(ids)
  run('duplicate')
  expect(desk.store.getState().chosen).toHaveLength(2)
  expect(desk.store.getState().chosen).not.toEqual(ids)
  run('delete')
  expect(desk.store.getState().history.present.flow.nodes.some(({ id }) => ids.includes(id))).toBe(false)
})

it('puts lines between groups only', () => {
  const one = (id: string) => ({ id, label: id, icon: 'plus' as const, run: () => undefined })
  expect(entriesOf(['-', 'a', '-', 'x', '-', 'b', '-'], [one('a'), one('b')]).map(({ id }) => id)).toEqual(['a', 'line-4', 'b'])
})
