import type { CallableStandard } from '#engine/definition/rules/finding.ts'

/** A version of another standard that can be called. */
export const archive = (over: Partial<CallableStandard> = {}): CallableStandard => ({
  slug: 'archive',
  version: 2,
  title: 'Kearsipan',
  superseded: false,
  fields: [
    { id: 'who', label: 'Siapa', kind: 'text' },
    { id: 'when', label: 'Kapan', kind: 'date' },
  ],
  calls: [],
  asksApplicant: false,
  ...over,
})

/** The version that is looked at. */
export const self = { slug: 'this', version: 3 }
