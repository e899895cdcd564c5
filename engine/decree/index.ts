export {
  actsOn,
  isEditable,
  isPublic,
  type LifeRefusal,
  type NextStatus,
  nextStatus,
  type VersionAct,
  type VersionStatus,
  versionActs,
  versionStatuses,
} from './life.ts'
export {
  type NumberInput,
  NumberPattern,
  needsClass,
  numberKey,
  type ParsedPattern,
  type PatternFault,
  parsePattern,
  printNumber,
} from './number.ts'
