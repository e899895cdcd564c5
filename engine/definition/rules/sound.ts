import type { Definition } from '../schema.ts'
import { checkSoundness, isSound, type SoundnessCode } from '../soundness/index.ts'
import { branchesMeet } from './branches-meet.ts'
import { canReachEnd } from './can-reach-end.ts'
import { decisionTotal } from './decision-total.ts'
import { exitsComplete } from './exits-complete.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { reachable } from './reachable.ts'
import type { FindingCode } from './severities.ts'

/**
 * Whatever happens, an instance comes to an end: no join waits in vain, no work is taken back by the way, no round turns
 * for ever. Of a node whose exits or paths another rule has found wanting, nothing more is said that follows from it.
 */
export const sound: DefinitionRule = {
  name: 'sound',
  check(definition, context) {
    const findings = checkSoundness(definition)
    // What lies behind a fault is entered once that is mended.
    const mended = findings.filter(({ code }) => code !== 'never-entered')
    const isFaulty = () =>
      !isSound(mended) || [exitsComplete, decisionTotal].some((rule) => rule.check(definition, context).length > 0)
    const left = mended.length < findings.length && isFaulty() ? mended : findings
    const places = new Map<DefinitionRule, Set<string | undefined>>()
    const names = (rule: DefinitionRule, nodeId: string) => {
      const known = places.get(rule) ?? new Set(rule.check(definition, context).map((finding) => placeOf(finding, definition)))
      places.set(rule, known)
      // A finding without a place is about the whole flow.
      return known.has(nodeId) || known.has(undefined)
    }
    return left.flatMap(({ code, nodeId, join }): RuleFinding[] => {
      if (said[code]?.some((rule) => names(rule, nodeId))) return []
      return [{ code: codes[code], nodeId, ...(join ? { params: { step: join } } : {}) }]
    })
  },
}

/** The node that a finding is about, or that its edge leaves. */
const placeOf = ({ nodeId, edgeId }: RuleFinding, { flow }: Definition): string | undefined =>
  nodeId ?? flow.edges.find(({ id }) => id === edgeId)?.from

/** The rules that say the same of a node in plainer words. */
const said: Partial<Record<SoundnessCode, readonly DefinitionRule[]>> = {
  stops: [exitsComplete, decisionTotal],
  'never-entered': [reachable],
  'never-ends': [canReachEnd],
  'too-many-branches': [branchesMeet],
}

const codes: Record<SoundnessCode, FindingCode> = {
  stops: 'stops',
  'can-deadlock': 'can-deadlock',
  'work-lost': 'work-lost',
  'automatic-cycle': 'automatic-cycle',
  'opens-itself': 'opens-itself',
  'too-many-branches': 'too-many-branches',
  'never-ends': 'cannot-reach-end',
  'never-entered': 'never-entered',
  'join-without-parallel': 'join-without-parallel',
  'too-large': 'too-large',
}
