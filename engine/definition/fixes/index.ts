export { type Fix, type FixName, fixesOf } from './certain.ts'
