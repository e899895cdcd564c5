import { createStore } from 'zustand/vanilla'
import { applyEdits, type Definition, type EdgeId, type Edit, type EditRefusal, insist, type LaneId, type NodeId } from '#engine'
import { type History, historyOf, record, redo, undo } from './history.ts'
import { decidable, type Folded, type KeptClash } from './together/fold.ts'
import { goBack, type News } from './together/going-back.ts'
import type { Present } from './together/server-answer.ts'

export type Selection = { kind: 'node'; id: NodeId } | { kind: 'edge'; id: EdgeId } | { kind: 'lane'; id: LaneId } | null
export type InspectorTab = 'words' | 'who' | 'outcomes' | 'form' | 'time' | 'call'
export type SaveState =
  | { kind: 'saved'; at: number }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; why: 'network' | 'refused' | 'signed-out' | 'copies-full' | 'closed' }
  | { kind: 'conflict'; theirs: Theirs }
/** What of the draft is in sight. On a narrow screen `view` alone; on a wide one the outline stands beside whatever is drawn. */
export type Sight = {
  view: BuilderView
  /** The matrix beside the drawing. */
  matrix: boolean
  side: SideTab
  /** The search for steps, and the map of the whole flow, over the drawing. */
  find: boolean
  miniMap: boolean
  /** Drawn free of the lanes, to look at. */
  layered: boolean
  /** Whether the draft is played: tokens are drawn, and the play stands where the details else do; on a narrow screen in front. */
  trying: 'off' | 'front' | 'behind'
}
export const builderViews = ['outline', 'canvas', 'table', 'matrix'] as const
export type BuilderView = (typeof builderViews)[number]
export type SideTab = 'outline' | 'problems' | 'comments'
export type Theirs = { number: number; revision: number; name: string; definition: Definition }

/** `key` joins typing into one undo; `select` or `choose` says what is selected afterwards, `name` that its name is asked for. */
export type EditOptions = { key?: string; select?: Selection; choose?: readonly NodeId[]; name?: boolean }

/** What the editor keeps beside the draft itself. React Flow holds none of it: it is a view. */
export type BuilderState = {
  history: History<Definition>
  /** What the server has: version, revision and draft, or a colleague's copy that is saved apart. */
  server: { number: number; revision: number; definition: Definition; copy: string | null }
  save: SaveState
  /** What the inspector shows; the first among those that are chosen together. */
  selection: Selection
  /** The steps that are selected, in the order in which they were: several by Shift, Ctrl or a frame drawn around them. */
  chosen: readonly NodeId[]
  tab: InspectorTab
  sight: Sight
  /** Said to those who listen, and shown when something was refused. */
  notice: { text: string; refusal: EditRefusal | null; turn: number } | null
  /** The key of the finding last gone to. */
  problem: string | null
  /** Asks the view to bring the selection into sight and give it the focus. */
  focusTurn: number
  /** Asks for the details of the selection, such as the name of what was just made: the first field takes the focus. */
  nameTurn: number
  /** The other windows that have the draft open. */
  others: readonly Present[]
  /** What became of the version while this window had it open, such as a colleague sending it for review. */
  status: string
  /** What colleagues did since this window was opened. */
  news: News
  /** One's own changes that met a colleague's, until they are decided. */
  clashes: readonly KeptClash[]
  /** When the work of an earlier visit was written with which this one goes on. */
  resumed: number | null
  /** Whether this browser keeps what the server does not have yet. */
  held: boolean
  /** Takes what is on the server now. */
  absorb(folded: Folded, revision: number): void
  hear(others: readonly Present[], status: string): void
  /** Decides a clash: with one's own change made after all, or as the colleague left it. False where it cannot be made any more. */
  settle(id: string, how: 'mine' | 'theirs'): boolean
  edit(edits: readonly Edit[], options?: EditOptions): boolean
  replace(definition: Definition): void
  undo(): void
  redo(): void
  select(selection: Selection, options?: { focus?: boolean; tab?: InspectorTab; details?: boolean }): void
  /** Selects several steps; the last one comes first in the inspector and into sight. */
  choose(ids: readonly NodeId[], options?: { focus?: boolean }): void
  setTab(tab: InspectorTab): void
  show(sight: Partial<Sight>): void
  say(text: string): void
  atProblem(key: string): void
  setSave(save: SaveState): void
  saved(server: BuilderState['server'], at: number): void
}

export type BuilderStore = ReturnType<typeof createBuilder>

export function createBuilder(
  definition: Definition,
  made: { number: number; revision: number; status?: string },
  now: () => number = Date.now,
) {
  return createStore<BuilderState>()((set, get) => {
    const known = new WeakMap<Definition, number>()
    const turnTo = (history: History<Definition>) => {
      known.set(history.present, get().news.length)
      const { server, selection, chosen, save } = get()
      const clean = history.present === server.definition
      set({
        history,
        ...stillSelected({ selection, chosen }, history.present),
        save: save.kind === 'conflict' ? save : clean ? { kind: 'saved', at: now() } : { kind: 'unsaved' },
      })
    }
    return {
      history: historyOf(definition),
      server: { number: made.number, revision: made.revision, definition, copy: null },
      save: { kind: 'saved', at: now() },
      selection: null,
      chosen: [],
      tab: 'words',
      sight: { view: 'outline', matrix: false, side: 'outline', trying: 'off', find: false, miniMap: false, layered: false },
      notice: null,
      problem: null,
      focusTurn: 0,
      nameTurn: 0,
      others: [],
      status: made.status ?? 'draft',
      news: [],
      clashes: [],
      resumed: null,
      held: true,
      absorb({ server: newest, present, news: changes, clashes }, revision) {
        const { history, server, news, selection, chosen, save } = get()
        const heard = changes.length === 0 ? news : [...news, { changes, newest }]
        known.set(present, heard.length)
        const settled =
          save.kind === 'conflict'
            ? save
            : present === newest
              ? { kind: 'saved' as const, at: now() }
              : { kind: 'unsaved' as const }
        set({
          server: { ...server, revision, definition: newest },
          history: { ...history, present },
          news: heard,
          save: settled,
          clashes: clashes.length === 0 ? get().clashes : decidable([...get().clashes, ...clashes]),
          ...(present === history.present ? {} : stillSelected({ selection, chosen }, present)),
        })
      },
      hear(others, status) {
        if (JSON.stringify(others) !== JSON.stringify(get().others) || status !== get().status) set({ others, status })
      },
      settle(id, how) {
        const { clashes, history } = get()
        const clash = clashes.find((one) => one.id === id)
        if (clash === undefined) return true
        const insisted = how === 'mine' ? insist(history.present, clash, clash.back) : history.present
        if (insisted === null) return false
        if (insisted !== history.present) turnTo(record(history, insisted, now()))
        set({ clashes: clashes.filter((one) => one.id !== id) })
        return true
      },
      edit(edits, { key, select, choose, name } = {}) {
        const { history, notice } = get()
        const result = applyEdits(history.present, edits)
        if (!result.ok) {
          set({ notice: { text: '', refusal: result.refusal, turn: (notice?.turn ?? 0) + 1 } })
          return false
        }
        turnTo(record(history, result.definition, now(), key))
        if (notice?.refusal) set({ notice: null })
        if (select !== undefined) get().select(select, { focus: true })
        if (choose !== undefined) get().choose(choose, { focus: true })
        if (name) set((state) => ({ tab: 'words', nameTurn: state.nameTurn + 1 }))
        return true
      },
      replace: (next) => turnTo(record(get().history, next, now())),
      undo: () => turnTo(goBack(get().history, undo, get().news, known)),
      redo: () => turnTo(goBack(get().history, redo, get().news, known)),
      select(selection, { focus, tab, details } = {}) {
        set((state) => ({
          selection,
          chosen: selection?.kind === 'node' ? [selection.id] : [],
          tab: tab ?? state.tab,
          focusTurn: state.focusTurn + (focus ? 1 : 0),
          nameTurn: state.nameTurn + (details ? 1 : 0),
        }))
      },
      choose(ids, { focus } = {}) {
        const chosen = [...new Set(ids)]
        const last = chosen.at(-1)
        set((state) => ({
          selection: last === undefined ? null : { kind: 'node', id: last },
          chosen,
          focusTurn: state.focusTurn + (focus ? 1 : 0),
        }))
      },
      setTab: (tab) => set({ tab }),
      show: (sight) => set((state) => ({ sight: { ...state.sight, ...sight } })),
      say: (text) => set(({ notice }) => ({ notice: { text, refusal: null, turn: (notice?.turn ?? 0) + 1 } })),
      atProblem: (problem) => set({ problem }),
      setSave: (save) => set({ save }),
      saved(server, at) {
        const clean = get().history.present === server.definition
        set({ server, save: clean ? { kind: 'saved', at } : { kind: 'unsaved' } })
      },
    }
  })
}

/** What is left of a selection; of several steps the last one that is still there comes first. */
function stillSelected(
  { selection, chosen }: Pick<BuilderState, 'selection' | 'chosen'>,
  { flow }: Definition,
): Pick<BuilderState, 'selection' | 'chosen'> {
  if (selection === null) return { selection, chosen }
  const there = new Set<string>({ node: flow.nodes, edge: flow.edges, lane: flow.lanes }[selection.kind].map(({ id }) => id))
  const left = chosen.every((id) => there.has(id)) ? chosen : chosen.filter((id) => there.has(id))
  if (there.has(selection.id)) return { selection, chosen: left }
  const last = left.at(-1)
  return { selection: last === undefined ? null : { kind: 'node', id: last }, chosen: left }
}
