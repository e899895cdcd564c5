export { type Change, changesBetween } from './changes.ts'
export { type MarkedRows, markedRows } from './marked-rows.ts'
export { type Correcting, type Correction, correctingOf } from './typing-correction.ts'
