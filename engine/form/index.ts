export type { FieldValue, GroupRow, InputError, InputErrorCode } from './values.ts'
