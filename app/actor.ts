import type { PersonId, Seat } from '#engine/instance/messages.ts'

export type Right = 'author' | 'approver' | 'signatory' | 'administrator' | 'auditor'

/** A signed-in person with what holds for them at this moment: read afresh on every request, never cached. */
export type Person = {
  id: PersonId
  name: string
  email: string | null
  operator: boolean
  /** Grants per agency. */
  rights: readonly { agencyId: string; right: Right }[]
  /** Positions held now, acting ones included. */
  seats: readonly (Seat & { agencyId: string; signs: boolean })[]
}

export type Visitor = { kind: 'anonymous' } | { kind: 'person'; person: Person }
