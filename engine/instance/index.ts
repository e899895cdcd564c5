export type * from './messages.ts'
export type * from './state.ts'
