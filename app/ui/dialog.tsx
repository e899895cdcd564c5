import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from './icon.tsx'

export type DialogProps = {
  title: ReactNode
  description?: ReactNode
  /** The button that opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons at the foot; put those that close it into `DialogClose`. */
  actions?: ReactNode
  wide?: boolean
  /** Where the focus goes afterwards, for dialogs without a button of their own. */
  focus?: { onOpenAutoFocus(event: Event): void; onCloseAutoFocus(event: Event): void }
  children?: ReactNode
}

/** One thing to settle before going on. Needs scripts: every act in it must also be reachable on a page. */
export function Dialog({ title, description, trigger, open, onOpenChange, actions, wide, focus, children }: DialogProps) {
  const t = useT()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="dialog__scrim" />
        <Radix.Content
          className={wide ? 'dialog dialog--wide' : 'dialog'}
          {...focus}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className="dialog__head">
            <Radix.Title className="dialog__title">{title}</Radix.Title>
            <Radix.Close className="icon-button" aria-label={t('common.close')}>
              <Icon name="cross" />
            </Radix.Close>
          </header>
          {description && <Radix.Description className="dialog__description">{description}</Radix.Description>}
          {children && <div className="dialog__body">{children}</div>}
          {actions && <footer className="dialog__actions">{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
