import type { Severity } from '#engine'

/** The colour of a badge that says how much a finding keeps back. */
export const toneOf = { error: 'danger', publish: 'warning', warning: 'neutral' } as const satisfies Record<Severity, string>
