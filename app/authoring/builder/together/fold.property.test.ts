import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  applyEdit,
  applyPartChanges,
  type Clash,
  canonicalJson,
  type Definition,
  type Edit,
  emptyDefinition,
  type PartChange,
  partChangesBetween,
  partKey,
} from '#engine'
import { anyEdits, groundEdits } from '#test/builders/edits.ts'
import { tries } from '#test/support/tries.ts'
import { fold, type KeptClash } from './fold.ts'
import type { Batch, Heard } from './server-answer.ts'

const edited = (draft: Definition, edit: unknown): Definition => {
  const result = applyEdit(draft, edit as Edit)
  return result.ok ? result.definition : draft
}
const begun = groundEdits.reduce<Definition>(edited, emptyDefinition({ title: 'Standar', kind: 'service' }))

/** The draft on the server and the log of what was done to it, as the use cases keep them. */
class Server {
  definition = begun
  readonly log: Batch[] = []
  take(personId: string, changes: readonly PartChange[]): readonly Clash[] {
    const { definition, clashes } = applyPartChanges(this.definition, changes)
    const done = partChangesBetween(this.definition, definition)
    this.definition = definition
    if (done.length > 0) this.log.push({ id: '', revision: this.log.length + 1, personId, name: personId, changes: done })
    return clashes
  }
}

/** One window: its author edits at any time, also while an answer is on its way. */
class Window {
  server = begun
  present = begun
  revision = 0
  clashes: KeptClash[] = []
  /** What an answer on its way will say. */
  waiting: { sent: Definition | null; heard: Heard } | null = null
  constructor(
    readonly name: string,
    readonly line: Server,
  ) {}
  edit(edit: unknown) {
    this.present = edited(this.present, edit)
  }
  /** What was sent has arrived; the answer is still on its way. */
  ask() {
    if (this.waiting) return
    const changes = partChangesBetween(this.server, this.present)
    const sent = changes.length > 0 ? this.present : null
    const clashes = sent ? this.line.take(this.name, JSON.parse(JSON.stringify(changes))) : undefined
    const batches = this.line.log.slice(this.revision)
    const heard = {
      revision: this.line.log.length,
      status: 'draft',
      present: [],
      news: { batches },
      ...(clashes && { clashes: [...clashes] }),
    }
    this.waiting = { sent, heard: JSON.parse(JSON.stringify(heard)) }
  }
  answered() {
    if (this.waiting === null) return
    const { sent, heard } = this.waiting
    const folded = fold(this, sent && { draft: sent }, heard, this.name)
    if (folded === null) throw new Error('what was heard should fit')
    this.server = folded.server
    this.present = folded.present
    this.clashes.push(...folded.clashes)
    this.revision = heard.revision
    this.waiting = null
  }
  settle() {
    this.answered()
    this.ask()
    this.answered()
  }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(0, 1), anyEdits) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(0, 1), fc.constant('ask' as const)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(0, 1), fc.constant('answered' as const)) },
)

it('brings two windows to the same bytes, whatever order they speak and hear in', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = new Server()
      const windows = [new Window('asha', server), new Window('budi', server)]
      for (const [at, what] of steps) {
        const window = windows[at] as Window
        if (what === 'ask') window.ask()
        else if (what === 'answered') window.answered()
        else window.edit(what)
      }
      for (const window of [...windows, ...windows]) window.settle()
      for (const window of windows) expect(canonicalJson(window.present)).toBe(canonicalJson(server.definition))
    }),
    { numRuns: tries(150), verbose: 1 },
  )
})

it('keeps what each wrote last on a part: in the draft, or with what met it', () => {
  const words = fc.record({
    type: fc.constant('UpdateNode'),
    node: fc.constantFrom('n1', 'n2'),
    patch: fc.integer({ min: 0, max: 1e9 }).map((n) => ({ activity: `Kegiatan ${n}` })),
  })
  const spoken = fc.oneof(
    fc.tuple(fc.constantFrom(0, 1), words),
    fc.tuple(fc.constantFrom(0, 1), fc.constantFrom('ask' as const, 'answered' as const)),
  )
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 40 }), (steps) => {
      const server = new Server()
      const windows = [new Window('asha', server), new Window('budi', server)]
      const last = new Map<string, { window: Window; node: string; activity: string }>()
      for (const [at, what] of steps) {
        const window = windows[at] as Window
        if (what === 'ask') window.ask()
        else if (what === 'answered') window.answered()
        else {
          window.edit(what)
          last.set(`${at} ${what.node}`, { window, node: what.node, activity: what.patch.activity })
        }
      }
      for (const window of [...windows, ...windows]) window.settle()
      for (const { window, node, activity } of last.values()) {
        const inLog = server.log.some(({ changes }) => changes.some(({ after }) => after === activity))
        const met = window.clashes.some(
          ({ change }) =>
            change.after === activity &&
            partKey(change.part) === partKey({ of: 'node', id: node, member: 'activity' } as PartChange['part']),
        )
        expect(inLog || met, activity).toBe(true)
      }
    }),
    { numRuns: tries(150), verbose: 1 },
  )
})
