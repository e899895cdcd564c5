import { useT } from '#app/i18n/react.tsx'
import { StatusBadge, type Tone } from '#app/ui/badge.tsx'
import type { DecreeStatus, PublicStatus } from '#app/use-cases/public/views.ts'

const versionTones = {
  approved: 'warning',
  upcoming: 'warning',
  published: 'success',
  superseded: 'neutral',
  revoked: 'danger',
  cancelled: 'danger',
} as const satisfies Record<PublicStatus, Tone>
const decreeTones = {
  upcoming: 'warning',
  'in-force': 'success',
  superseded: 'neutral',
  revoked: 'danger',
  cancelled: 'danger',
} as const satisfies Record<DecreeStatus, Tone>

export function VersionStatus({ status }: { status: PublicStatus }) {
  return <StatusBadge tone={versionTones[status]}>{useT()(`public.status.${status}`)}</StatusBadge>
}

export function DecreeStatusBadge({ status }: { status: DecreeStatus }) {
  return <StatusBadge tone={decreeTones[status]}>{useT()(`public.decreeStatus.${status}`)}</StatusBadge>
}
