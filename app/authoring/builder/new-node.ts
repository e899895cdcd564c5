import type { CallNode, Edit, FlowNode, LaneId, NodeId, NodeKind, Outcome, OutcomeId, TaskNode } from '#engine'
import type { Selection } from './store.ts'

export type NewKind = Exclude<NodeKind, 'start'> | 'review' | 'start'
/** What is written on new things; comes from the catalogues so that a draft begins in the author's language. */
export type NewWords = Record<
  'task' | 'review' | 'decision' | 'event' | 'wait' | 'call' | 'lane' | 'applicant' | 'accept' | 'revise' | 'reject' | 'submit',
  string
> & {
  /** The standard that a new call names first; null where the agency has none that may be called. */
  standard: { slug: string; version: number } | null
}
export type Plan = { edits: Edit[]; select: Selection }

/** An empty node of a kind, as it stands before anybody writes in it; null for a call where nothing may be called. */
export function newNode(kind: NewKind, id: NodeId, lane: LaneId, words: NewWords): FlowNode | null {
  const step = { id, lane, requirements: [], output: [] }
  switch (kind) {
    case 'task':
      return newTask(id, lane, words)
    case 'review':
      return {
        ...newTask(id, lane, words),
        activity: words.review,
        outcomes: [outcome('accept', words.accept), outcome('revise', words.revise), outcome('reject', words.reject)],
      }
    case 'decision':
      return { kind, id, lane, question: words.decision, ordered: false }
    case 'parallel':
      return { kind, id, lane }
    case 'join':
      return { kind, id, lane, quorum: { kind: 'all' } }
    case 'wait':
      return { ...step, kind, activity: words.wait, until: { kind: 'report', event: words.wait }, pausesClock: false }
    case 'call': {
      const { standard } = words
      if (standard === null) return null
      const { slug, version } = standard
      return { ...step, kind, activity: words.call, standard: { slug, version } as CallNode['standard'], passes: [], returns: [] }
    }
    case 'event':
      return { ...step, kind, activity: words.event }
    case 'start':
      return { kind, id, lane, by: 'applicant' }
    case 'end':
      return { kind, id, lane, result: 'completed' }
  }
}

/** A step that is simply handed in. */
export const newTask = (id: NodeId, lane: LaneId, words: NewWords): TaskNode => ({
  kind: 'task',
  id,
  lane,
  activity: words.task,
  requirements: [],
  output: [],
  assignment: { kind: 'lane' },
  jointLanes: [],
  quorum: { kind: 'any' },
  notPerformersOf: [],
  outcomes: [outcome('submit', words.submit)],
  pausesClock: false,
})

export const outcome = (kind: Outcome['kind'], label: string, id: string = kind): Outcome => ({
  id: id as OutcomeId,
  kind,
  label,
  reason: kind === 'revise' || kind === 'reject' ? 'required' : 'optional',
})
