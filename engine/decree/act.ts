/**
 * Kinds of act on standards. Four are decrees of their own in the register; `correct` (ralat) mends typing errors under the
 * number it corrects and takes none.
 */
export const actKinds = ['set', 'amend', 'revoke', 'correct', 'cancel'] as const
export type ActKind = (typeof actKinds)[number]
export const decreeActs = ['set', 'amend', 'revoke', 'cancel'] as const satisfies readonly ActKind[]
export type DecreeAct = (typeof decreeActs)[number]

/** What an act does to an earlier decree or to one of its standards. */
export const effectKinds = ['replaces', 'amends', 'revokes', 'cancels'] as const
export type EffectKind = (typeof effectKinds)[number]

/** The effects that each act may have; the database holds the same (`decree_effects_of_act`). */
export const effectsOf: Readonly<Record<DecreeAct, readonly EffectKind[]>> = {
  set: ['replaces', 'revokes'],
  amend: ['amends'],
  revoke: ['revokes'],
  cancel: ['cancels'],
}

/** `upcoming`: signed and numbered, its day is still to come. What was amended or corrected stays in force. */
export const decreeStatuses = ['upcoming', 'in-force', 'superseded', 'revoked', 'cancelled'] as const
export type DecreeStatus = (typeof decreeStatuses)[number]

const decreeLife: Readonly<Record<DecreeStatus, readonly DecreeStatus[]>> = {
  upcoming: ['in-force', 'cancelled'],
  'in-force': ['superseded', 'revoked', 'cancelled'],
  superseded: ['revoked'],
  revoked: [],
  cancelled: [],
}

/** Whether a decree may go from one standing to another; nothing that has ended comes back. */
export const mayBecome = (from: DecreeStatus, to: DecreeStatus): boolean => decreeLife[from].includes(to)

/**
 * Whether a decree may be cancelled: any that is still to come, and of those in force what set standards. What a revoking or
 * cancelling act has ended comes back by no act but a new setting.
 */
export const mayBeCancelled = (act: DecreeAct, status: DecreeStatus): boolean =>
  status === 'upcoming' || (status === 'in-force' && (act === 'set' || act === 'amend'))

/** How a version ends by an effect on it. */
export const endedBy = {
  replaces: 'superseded',
  amends: 'superseded',
  revokes: 'revoked',
  cancels: 'cancelled',
} as const satisfies Record<EffectKind, string>
