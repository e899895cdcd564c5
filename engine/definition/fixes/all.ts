import { addIdentityPage } from './add-identity-page.ts'
import { agencyCalendar } from './agency-calendar.ts'
import { askAll } from './ask-all.ts'
import { askFourEyes } from './ask-four-eyes.ts'
import { askReason } from './ask-reason.ts'
import { beginByApplicant } from './begin-by-applicant.ts'
import { callNewest } from './call-newest.ts'
import { citeReplacement } from './cite-replacement.ts'
import { connectOpenExit } from './connect-open-exit.ts'
import { defaultExit } from './default-exit.ts'
import { dropChannel } from './drop-channel.ts'
import { dropForm } from './drop-form.ts'
import { dropFourEyes } from './drop-four-eyes.ts'
import { dropJointLane } from './drop-joint-lane.ts'
import { dropMapping } from './drop-mapping.ts'
import { dropPosition } from './drop-position.ts'
import { dropRepeatedRegulation } from './drop-repeated-regulation.ts'
import { dropSubject } from './drop-subject.ts'
import { dropTypedDrawing } from './drop-typed-drawing.ts'
import type { DefinitionFix } from './fix.ts'
import { fromSoleGiver } from './from-sole-giver.ts'
import { leadBack } from './lead-back.ts'
import { leadToRejection } from './lead-to-rejection.ts'
import { leastAsOptions } from './least-as-options.ts'
import { mergeLanes } from './merge-lanes.ts'
import { moveFieldBelow } from './move-field-below.ts'
import { nameOutcome } from './name-outcome.ts'
import { orderConditions } from './order-conditions.ts'
import { orderPromises } from './order-promises.ts'
import { ownId } from './own-id.ts'
import { printApart } from './print-apart.ts'
import { registerAsWorded } from './register-as-worded.ts'
import { removeForm } from './remove-form.ts'
import { removeLane } from './remove-lane.ts'
import { removeNeedless } from './remove-needless.ts'
import { removeSecondExit } from './remove-second-exit.ts'
import { removeStrayExit } from './remove-stray-exit.ts'
import { removeUnreachable } from './remove-unreachable.ts'
import { requireField } from './require-field.ts'
import { staffAsLanes } from './staff-as-lanes.ts'
import { stripNumbering } from './strip-numbering.ts'
import { stripUnprintable } from './strip-unprintable.ts'
import { swapDisposition } from './swap-disposition.ts'
import { swapLimits } from './swap-limits.ts'
import { swapRange } from './swap-range.ts'
import { typeTime } from './type-time.ts'

/** Every way to mend what the rules find; of several for one finding, the one that keeps more comes first. */
export const definitionFixes = [
  addIdentityPage,
  agencyCalendar,
  askAll,
  askFourEyes,
  askReason,
  beginByApplicant,
  callNewest,
  citeReplacement,
  connectOpenExit,
  defaultExit,
  dropChannel,
  dropForm,
  dropFourEyes,
  dropJointLane,
  dropMapping,
  dropPosition,
  dropRepeatedRegulation,
  dropSubject,
  dropTypedDrawing,
  fromSoleGiver,
  leadBack,
  leadToRejection,
  leastAsOptions,
  mergeLanes,
  moveFieldBelow,
  nameOutcome,
  orderConditions,
  orderPromises,
  ownId,
  printApart,
  registerAsWorded,
  removeForm,
  removeLane,
  removeNeedless,
  removeSecondExit,
  removeStrayExit,
  removeUnreachable,
  requireField,
  staffAsLanes,
  stripNumbering,
  stripUnprintable,
  swapDisposition,
  swapLimits,
  swapRange,
  typeTime,
] as const satisfies readonly DefinitionFix[]
