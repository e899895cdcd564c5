import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { Icon, type IconName } from './icon.tsx'

type BannerTone = Exclude<Tone, 'neutral'>
const icons = { info: 'info', success: 'check-circle', warning: 'warning', danger: 'danger' } as const satisfies Record<
  BannerTone,
  IconName
>

export type BannerProps = {
  tone?: BannerTone
  title?: ReactNode
  children?: ReactNode
  /** `status` or `alert` when it answers what the reader just did. */
  role?: 'status' | 'alert'
}

export function Banner({ tone = 'info', title, children, role }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={role}>
      <Icon name={icons[tone]} />
      <div className="banner__body">
        {title && <p className="banner__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
