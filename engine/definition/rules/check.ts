import type { Definition } from '../schema.ts'
import { activityVerbFirst } from './activity-verb-first.ts'
import { actorsDistinct } from './actors-distinct.ts'
import { applicantKnown } from './applicant-known.ts'
import { assignmentResolvable } from './assignment-resolvable.ts'
import { branchesCover } from './branches-cover.ts'
import { branchesMeet } from './branches-meet.ts'
import { calendarHasHours } from './calendar-has-hours.ts'
import { callsFit } from './calls-fit.ts'
import { canReachEnd } from './can-reach-end.ts'
import { channelsAnswer } from './channels-answer.ts'
import { complaintsAnswered } from './complaints-answered.ts'
import { conditionsValid } from './conditions-valid.ts'
import { dataInTime } from './data-in-time.ts'
import { deadlineActs } from './deadline-acts.ts'
import { decisionAnswered } from './decision-answered.ts'
import { decisionDecides } from './decision-decides.ts'
import { decisionTotal } from './decision-total.ts'
import { drawingFromFlow } from './drawing-from-flow.ts'
import { duplicateIds } from './duplicate-ids.ts'
import { durationValid } from './duration-valid.ts'
import { eightComponents } from './eight-components.ts'
import { examplesHold } from './examples-hold.ts'
import { exitsComplete } from './exits-complete.ts'
import { fieldLimits } from './field-limits.ts'
import { fieldsConsistent } from './fields-consistent.ts'
import { fieldsFillable } from './fields-fillable.ts'
import type { DefinitionRule, Finding, RuleContext } from './finding.ts'
import { firstStep } from './first-step.ts'
import { formsExist } from './forms-exist.ts'
import { jointWork } from './joint-work.ts'
import { lanesFilled } from './lanes-filled.ts'
import { lawInForce } from './law-in-force.ts'
import { makerNotChecker } from './maker-not-checker.ts'
import { namesDistinct } from './names-distinct.ts'
import { numberingGenerated } from './numbering-generated.ts'
import { numbersGiven } from './numbers-given.ts'
import { oneComplaintClock } from './one-complaint-clock.ts'
import { ownSubject } from './own-subject.ts'
import { printableLetters } from './printable-letters.ts'
import { promiseCovers } from './promise-covers.ts'
import { promiseFirm } from './promise-firm.ts'
import { reachable } from './reachable.ts'
import { regulationsAgree } from './regulations-agree.ts'
import { rejectionExplained } from './rejection-explained.ts'
import { reviseGoesBack } from './revise-goes-back.ts'
import { scenariosHold } from './scenarios-hold.ts'
import { severities } from './severities.ts'
import { sharedTime } from './shared-time.ts'
import { sixComponents } from './six-components.ts'
import { somebodyCanAct } from './somebody-can-act.ts'
import { sopDates } from './sop-dates.ts'
import { sound } from './sound.ts'
import { staffingMatchesLanes } from './staffing-matches-lanes.ts'
import { startBySchedule } from './start-by-schedule.ts'
import { starts } from './starts.ts'
import { tariffBased } from './tariff-based.ts'
import { timeAddsUp } from './time-adds-up.ts'
import { timesTyped } from './times-typed.ts'
import { unitsClear } from './units-clear.ts'
import { waitBounded } from './wait-bounded.ts'
import { waitEnds } from './wait-ends.ts'

/** The rules of a flow that runs and of papers that say what it does (V20), in the order in which an author would mend what they find. */
export const definitionRules: readonly DefinitionRule[] = [
  starts,
  startBySchedule,
  firstStep,
  reachable,
  canReachEnd,
  exitsComplete,
  branchesMeet,
  sound,
  lanesFilled,
  jointWork,
  decisionTotal,
  branchesCover,
  decisionDecides,
  conditionsValid,
  decisionAnswered,
  dataInTime,
  examplesHold,
  formsExist,
  fieldsConsistent,
  fieldLimits,
  fieldsFillable,
  assignmentResolvable,
  somebodyCanAct,
  makerNotChecker,
  rejectionExplained,
  reviseGoesBack,
  durationValid,
  sharedTime,
  deadlineActs,
  waitEnds,
  waitBounded,
  callsFit,
  applicantKnown,
  calendarHasHours,
  duplicateIds,
  activityVerbFirst,
  namesDistinct,
  sixComponents,
  eightComponents,
  printableLetters,
  actorsDistinct,
  drawingFromFlow,
  timesTyped,
  promiseFirm,
  promiseCovers,
  timeAddsUp,
  unitsClear,
  oneComplaintClock,
  channelsAnswer,
  complaintsAnswered,
  ownSubject,
  numberingGenerated,
  numbersGiven,
  tariffBased,
  sopDates,
  lawInForce,
  regulationsAgree,
  staffingMatchesLanes,
  scenariosHold,
]

/**
 * Everything amiss with a definition, as values. Any draft can be checked; a rule that throws becomes a finding itself, so
 * that the editor stays usable. Give the agency's open positions to learn which of those named are gone, and its calendar to
 * learn where its working time cannot be counted.
 */
export function checkDefinition(definition: Definition, context: RuleContext = {}): Finding[] {
  return checkWith(definitionRules, definition, context)
}

/** `checkDefinition` with its rules given: for tests of the check itself. */
export function checkWith(list: readonly DefinitionRule[], definition: Definition, context: RuleContext): Finding[] {
  return list.flatMap((rule) => {
    try {
      return rule
        .check(definition, context)
        .map((finding) => ({ ...finding, rule: rule.name, severity: severities[finding.code] }))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return [{ code: 'rule-failed', rule: rule.name, severity: 'error', params: { rule: rule.name, why } }]
    }
  })
}

/** Whether a version may be sent for review: no finding stands against running it. */
export const isRunnable = (findings: readonly Finding[]): boolean => findings.every(({ severity }) => severity !== 'error')
/** Whether a version may be set: it runs, and its papers are complete. */
export const isPublishable = (findings: readonly Finding[]): boolean => findings.every(({ severity }) => severity === 'warning')
