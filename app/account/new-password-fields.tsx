import { useT } from '#app/i18n/react.tsx'
import { type FormView, TextField } from './form-fields.tsx'

/** A new password, twice. */
export function NewPasswordFields({ view }: { view: FormView }) {
  const t = useT()
  const shared = { view, type: 'password', autoComplete: 'new-password', required: true, maxLength: 200 } as const
  return (
    <>
      <TextField name="password" help={t('account.passwordHelp')} minLength={12} {...shared} />
      <TextField name="repeated" {...shared} />
    </>
  )
}
