import type { Scenario } from '../definition/scenario.ts'
import type { Broken, ScenarioRun } from './run-scenario.ts'
import type { TrialRefusal } from './trial.ts'

/** What can have happened instead; the sentence of each stands in the catalogues. */
export type Happened =
  | 'not-open'
  | 'over'
  | 'not-begun'
  | 'outcome'
  | 'answer'
  | 'nobody'
  | 'reason'
  | 'disposition'
  | 'nothing-due'
  | 'refused'
  | 'other-step'
  | 'more-steps'
  | 'fewer-steps'
  | 'other-end'
  | 'still-open'
  | 'ended'
  | 'promise-missed'
  | 'promise-kept'
  | 'promise-none'

/**
 * A broken walk in flat values, for a finding: which scenario, at which act (`n`, from 1; 0 at its end), what happened, and
 * the nodes, outcome or field that it is about. Lists of nodes are joined by commas.
 */
export type BrokenWords = { scenario: string; n: number; happened: Happened; node?: string; got?: string; expected?: string }

type Failed = Extract<ScenarioRun, { ok: false }>

export function wordsOfBroken({ name, acts }: Scenario, { act, broken }: Failed): BrokenWords {
  const at = acts[act]
  const words = wordsOf(broken)
  const node = words.node ?? (at && 'node' in at ? at.node : undefined)
  return { scenario: name, n: at ? act + 1 : 0, ...words, ...(node === undefined ? {} : { node }) }
}

function wordsOf(broken: Broken): Pick<BrokenWords, 'happened' | 'node' | 'got' | 'expected'> {
  switch (broken.what) {
    case 'refused':
      return wordsOfRefusal(broken.refusal)
    case 'steps': {
      const { expected, got, place } = broken
      const [wanted, came] = [expected[place], got[place]]
      if (came === undefined) return { happened: 'fewer-steps', expected: wanted ?? '' }
      return wanted === undefined
        ? { happened: 'more-steps', node: came, got: came }
        : { happened: 'other-step', node: came, got: came, expected: wanted }
    }
    case 'end': {
      const { expected, got } = broken
      const open = (got.open ?? []).join(',')
      if (expected.end === undefined)
        return {
          happened: 'ended',
          got: got.end ?? open,
          expected: (expected.open ?? []).join(','),
          node: got.end ?? got.open?.[0],
        }
      if (got.end === undefined) return { happened: 'still-open', got: open, expected: expected.end, node: got.open?.[0] }
      return { happened: 'other-end', got: got.end, expected: expected.end, node: got.end }
    }
    case 'promise':
      return { happened: `promise-${broken.got ?? 'none'}` }
  }
}

function wordsOfRefusal(refusal: TrialRefusal): Pick<BrokenWords, 'happened' | 'node' | 'got' | 'expected'> {
  switch (refusal.code) {
    case 'step-not-open':
      return { happened: 'not-open', node: refusal.node, got: refusal.open.join(',') }
    case 'not-running':
    case 'already-started':
    case 'task-closed':
      return { happened: 'over' }
    case 'not-started':
      return { happened: 'not-begun' }
    case 'unknown-outcome':
    case 'unknown-edge':
      return { happened: 'outcome' }
    case 'invalid-input':
      return { happened: 'answer', got: refusal.errors[0]?.path.split('.').at(-1) ?? '' }
    case 'may-not-start':
    case 'not-a-candidate':
    case 'four-eyes':
    case 'part-done':
    case 'not-to-report':
      return { happened: 'nobody' }
    case 'reason-required':
    case 'reason-too-long':
      return { happened: 'reason' }
    case 'disposition-required':
    case 'disposition-not-asked':
    case 'disposition-count':
    case 'disposition-outside-lane':
    case 'disposition-not-holder':
      return { happened: 'disposition' }
    case 'nothing-due':
    case 'clock-runs-forward':
      return { happened: 'nothing-due' }
    default:
      return { happened: 'refused' }
  }
}
