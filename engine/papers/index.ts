export type { Block, ListStyle, PaperItem, PaperLink } from './block.ts'
export {
  type Change,
  type Correcting,
  type Correction,
  changesBetween,
  correctingOf,
  correctionSentence,
  type MarkedRows,
  markedRows,
} from './changes/index.ts'
export { contactLink } from './channels.ts'
export { codesIn, printCode, type ReadCode, readCode } from './check-code.ts'
export { type ColumnGroup, columnGroups } from './column-groups.ts'
export { type ComponentGroup, type ComponentTable, componentTable } from './component-table.ts'
export { type ActContent, actPaper, type DecreePaper, decreePaper, type Lampiran, printNip } from './decree-paper.ts'
export * from './derived/index.ts'
export * from './flow-picture/index.ts'
export { headingOf, officialHeadings } from './headings.ts'
export { type Letterhead, letterheadOf } from './letterhead.ts'
export * from './matrix/index.ts'
export { matrixAsPrinted } from './matrix-layout.ts'
export * from './open-data/index.ts'
export { dictumOrdinal, listLetter, romanNumeral } from './ordinals.ts'
export * from './overview/index.ts'
export {
  type BoxKey,
  boxKeys,
  type ColumnKey,
  columnKeys,
  Emblem,
  type IdentityKey,
  identityKeys,
  type Pages,
  PaperLayout,
  PaperSize,
} from './paper-layout.ts'
export { type PortalFields, type PortalKey, portalFields, portalKeys, portalLabels } from './portal-fields.ts'
export { procedureSentences } from './procedure.ts'
export { type Erratum, type Publication, type PublishedDecree, type Signatory, type Standing, standingOf } from './publication.ts'
export { officialPledge, type PledgeWords, type ServicePledge, servicePledge } from './service-pledge.ts'
export { type PaperSection, type ServiceSheet, serviceSheet } from './service-sheet.ts'
export {
  boxNames,
  type IdentityRow,
  identityNames,
  rowsOfTime,
  type SopBox,
  type SopExit,
  type SopFlow,
  type SopPaper,
  type SopStep,
  type StepMark,
  sopFlow,
  sopPaper,
} from './sop-paper.ts'
export { type Held, type Verdict, verdictOf } from './verdict.ts'
