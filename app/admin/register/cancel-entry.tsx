import type { answerFor } from '#app/account/form-fields.tsx'
import { FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import type { BookEntry } from '#app/use-cases/register/read-book.server.ts'

/** Numbers from outside that set and end nothing; what does is cancelled by an act. */
export const mayCancelEntry = ({ origin, status, items, does }: BookEntry): boolean =>
  (origin === 'by-hand' || origin === 'imported' || origin === 'inserted') && status === 'in-force' && items.length === 0 && !does

type Props = { entry: BookEntry; answer: ReturnType<typeof answerFor> }
export function CancelEntry({ entry, answer }: Props) {
  const t = useT()
  const own = answer?.typed.id === entry.id ? answer : undefined
  const view: FormView = { form: `cancel-${entry.id}`, initial: {}, answer: own, labels: { reason: t('register.cancel.reason') } }
  return (
    <Confirm
      label={t('register.cancel')}
      of={t('register.cancel.of', { number: entry.number })}
      says={t('register.cancel.says', { number: entry.number })}
    >
      <form method="post" className="form">
        <FormErrors view={view} />
        <input type="hidden" name="form" value="cancel" />
        <input type="hidden" name="id" value={entry.id} />
        <LongField view={view} name="reason" rows={2} max={500} required />
        <Button size="small" variant="danger">
          {t('register.cancel.now')}
        </Button>
      </form>
    </Confirm>
  )
}
