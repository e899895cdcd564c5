import type { FieldId, NodeId } from '../../definition/ids.ts'
import type { Branch, ClockWord, TaskDue } from '../messages.ts'

/** Why something needs somebody's word before an instance goes on in another version. */
export type ChoiceReason =
  /** The node is gone, or is of another kind. */
  | 'gone'
  /** The version could never have come to where this stands together with the rest. */
  | 'not-there'
  /** The version has steps before this one that were not done. */
  | 'steps-before'
  /** Others do the step together than those some of whom have done their part. */
  | 'other-parties'
  /** A call runs another standard. */
  | 'other-call'
  /** The moment that a wait lasts until is not known. */
  | 'no-moment'

export type PlannedPlace = {
  /** What a choice names it by. */
  key: string
  at: 'task' | 'wait' | 'call' | 'join' | 'incident'
  branch: Branch
  node: NodeId
  /** The task or wait under way. */
  id: string | null
  /** The node of the same id goes on here. */
  kept: boolean
  needs: ChoiceReason | null
  /** Steps at which it may go on; its own where it may stay, or be done anew. */
  options: readonly NodeId[]
  /** Of a task: what becomes of its deadline if it stays. */
  clock: ClockWord
  due: TaskDue | null
  form: { added: readonly FieldId[]; removed: readonly FieldId[]; changed: readonly FieldId[] }
  /** Others may do the step than before. */
  otherPerformers: boolean
  /** Steps that the version has before this one and that were not done. */
  notDone: readonly NodeId[]
}

/**
 * What a move of one instance to another version takes. `safe`: nothing has to be decided; `choice`: some places or values
 * need a word; `finish`: the instance can only be finished on the version that it has.
 */
export type Plan = {
  verdict: 'safe' | 'choice' | 'finish'
  why: 'unreachable' | 'too-many' | null
  places: readonly PlannedPlace[]
  /** Values that the version's fields do not take: they are cleared if somebody agrees. */
  misfits: readonly FieldId[]
  /** Values whose fields the version has no more: they stay on record and are shown no more. */
  hidden: readonly FieldId[]
}

export const placeKey = ({ branch, node }: { branch: Branch; node: NodeId }): string => `${branch}#${node}`
