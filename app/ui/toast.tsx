import { Toast as Radix } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type ToastMessage = {
  text: string
  tone?: 'success' | 'danger' | 'info'
  /** One way to take it back. */
  action?: { label: string; onSelect(): void }
}
type Shown = ToastMessage & { id: number }

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined)

/** Says in passing what was done: `const toast = useToast(); toast({ text })`. Nothing that must be read goes here. */
export const useToast = () => useContext(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useT()
  const [shown, setShown] = useState<readonly Shown[]>([])
  const show = useCallback(
    (message: ToastMessage) => setShown((before) => [...before, { ...message, id: (before.at(-1)?.id ?? 0) + 1 }]),
    [],
  )
  const remove = (id: number) => setShown((before) => before.filter((message) => message.id !== id))
  return (
    <ToastContext.Provider value={show}>
      <Radix.Provider label={t('common.notification')} duration={6000}>
        {children}
        {shown.map((message) => (
          <ToastCard key={message.id} message={message} onClosed={() => remove(message.id)} />
        ))}
        <Radix.Viewport className="toasts" />
      </Radix.Provider>
    </ToastContext.Provider>
  )
}

function ToastCard({ message: { text, tone = 'info', action }, onClosed }: { message: ToastMessage; onClosed(): void }) {
  const t = useT()
  return (
    <Radix.Root className="toast" data-tone={tone} onOpenChange={(open) => open || onClosed()}>
      <Icon name={tone === 'danger' ? 'danger' : tone === 'success' ? 'check-circle' : 'info'} />
      <Radix.Description className="toast__text">{text}</Radix.Description>
      {action && (
        <Radix.Action asChild altText={action.label}>
          <Button type="button" size="small" onClick={action.onSelect}>
            {action.label}
          </Button>
        </Radix.Action>
      )}
      <Radix.Close className="icon-button" aria-label={t('common.close')}>
        <Icon name="cross" small />
      </Radix.Close>
    </Radix.Root>
  )
}
