export { type Change, changesBetween } from './changes.ts'
export { type MarkedRows, markedRows } from './marked-rows.ts'
export { type Correcting, type Correction, correctingOf, correctionSentence } from './typing-correction.ts'
