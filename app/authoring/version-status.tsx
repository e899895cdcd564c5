import { useT } from '#app/i18n/react.tsx'
import { StatusBadge, type Tone } from '#app/ui/badge.tsx'

const tones = {
  draft: 'info',
  'in-review': 'warning',
  approved: 'warning',
  upcoming: 'warning',
  published: 'success',
  superseded: 'neutral',
  revoked: 'danger',
  cancelled: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<string, Tone>

export function WrittenStatus({ status }: { status: keyof typeof tones }) {
  return <StatusBadge tone={tones[status]}>{useT()(`authoring.status.${status}`)}</StatusBadge>
}
