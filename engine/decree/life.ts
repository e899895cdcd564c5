/** Where a version stands in its life. From `approved` on its bytes never change (P4). */
export const versionStatuses = [
  'draft',
  'in-review',
  'approved',
  'upcoming',
  'published',
  'superseded',
  'revoked',
  'cancelled',
  'withdrawn',
] as const
export type VersionStatus = (typeof versionStatuses)[number]

export const versionActs = ['submit', 'return', 'approve', 'set', 'publish', 'supersede', 'revoke', 'cancel', 'withdraw'] as const
export type VersionAct = (typeof versionActs)[number]

export type LifeRefusal = { code: 'wrong-status'; status: VersionStatus; act: VersionAct; needs: readonly VersionStatus[] }
export type NextStatus = { ok: true; status: VersionStatus } | { ok: false; refusal: LifeRefusal }

/**
 * The whole life: what each act makes of a status. A version that was approved but not yet set is taken back by `withdraw`
 * (it is never edited again) or replaced by the next approved one. `set` gives it a decree whose day is to come, `publish` puts it in force; one in force ends
 * superseded, revoked or cancelled with its decree.
 */
const life: Readonly<Record<VersionStatus, Partial<Record<VersionAct, VersionStatus>>>> = {
  draft: { submit: 'in-review', withdraw: 'withdrawn' },
  'in-review': { return: 'draft', approve: 'approved', withdraw: 'withdrawn' },
  approved: { set: 'upcoming', publish: 'published', supersede: 'superseded', withdraw: 'withdrawn' },
  upcoming: { publish: 'published', cancel: 'cancelled' },
  published: { supersede: 'superseded', revoke: 'revoked', cancel: 'cancelled' },
  superseded: {},
  revoked: {},
  cancelled: {},
  withdrawn: {},
}

/** The status that an act leads to, or a refusal that names the statuses it needs. */
export function nextStatus(status: VersionStatus, act: VersionAct): NextStatus {
  const next = life[status][act]
  if (next) return { ok: true, status: next }
  const needs = versionStatuses.filter((from) => life[from][act] !== undefined)
  return { ok: false, refusal: { code: 'wrong-status', status, act, needs } }
}

/** The acts that a version in this status allows, in the order they are offered. */
export function actsOn(status: VersionStatus): readonly VersionAct[] {
  return versionActs.filter((act) => life[status][act] !== undefined)
}

/** Whether the text of a version in this status may still change. */
export const isEditable = (status: VersionStatus): boolean => status === 'draft'

/** Whether the public may read it: approved versions under the banner "belum ditetapkan", set ones for good; drafts never. */
export const isPublic = (status: VersionStatus): boolean => publicStatuses.some((shown) => shown === status)

export const publicStatuses = ['approved', 'upcoming', 'published', 'superseded', 'revoked', 'cancelled'] as const
export type PublicStatus = (typeof publicStatuses)[number]
