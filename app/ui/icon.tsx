import { type IconName, iconPaths } from './icon-paths.ts'

export type { IconName } from './icon-paths.ts'

/** A drawing beside words. It says nothing to a screen reader unless it stands alone and is given a `label`. */
export function Icon({ name, label, small = false }: { name: IconName; label?: string; small?: boolean }) {
  const className = small ? 'icon icon--small' : 'icon'
  const path = <path d={iconPaths[name]} />
  if (!label) {
    return (
      <svg className={className} viewBox="0 0 20 20" aria-hidden="true">
        {path}
      </svg>
    )
  }
  return (
    <svg className={className} viewBox="0 0 20 20" role="img" aria-label={label}>
      {path}
    </svg>
  )
}
