import { type IconName, iconPaths } from './icon-paths.ts'

export type { IconName } from './icon-paths.ts'

/** A drawing beside words. It says nothing to a screen reader unless it stands alone and is given a `label`. */
export function Icon({ name, label, small = false }: { name: IconName; label?: string; small?: boolean }) {
  const voice = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
  return (
    <svg className={small ? 'icon icon--small' : 'icon'} viewBox="0 0 20 20" {...voice}>
      <path d={iconPaths[name]} />
    </svg>
  )
}
