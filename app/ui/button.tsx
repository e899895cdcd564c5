import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, forwardRef } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  /** One primary button a page; `quiet` for what stands beside something more important. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'medium' | 'small'
  icon?: IconName
  /** Fills the width it is given. */
  wide?: boolean
}
export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>
export type LinkButtonProps = Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }
export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & { icon: IconName; label: string }

const lookOf = ({ variant = 'secondary', size = 'medium', wide }: Look, more?: string) =>
  classNames(
    'button',
    variant !== 'secondary' && `button--${variant}`,
    size === 'small' && 'button--small',
    wide && 'button--wide',
    more,
  )

/** Submits its form unless `type` says otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, icon, wide, className, children, type = 'submit', ...rest },
  ref,
) {
  return (
    <button ref={ref} type={type} className={lookOf({ variant, size, wide }, className)} {...rest}>
      {icon && <Icon name={icon} small={size === 'small'} />}
      {children}
    </button>
  )
})

/** A link that leads to an act, drawn as a button. */
export function LinkButton({ variant, size, icon, wide, className, children, ...rest }: LinkButtonProps) {
  return (
    <a className={lookOf({ variant, size, wide }, className)} {...rest}>
      {icon && <Icon name={icon} small={size === 'small'} />}
      {children}
    </a>
  )
}

/** A button that shows only a drawing; `label` is its name for everyone who cannot see it. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon, label, className, type = 'button', ...rest },
  ref,
) {
  return (
    <button ref={ref} type={type} className={classNames('icon-button', className)} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
})
