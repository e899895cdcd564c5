export { openStandard } from './open-standard.ts'
export { addressesOf, type PublishedStandard } from './published-standard.ts'
export { type OpenPaper, OpenStandard } from './standard-schema.ts'
