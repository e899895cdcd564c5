import { FormErrors, type FormView } from '#app/account/form-fields.tsx'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { limits } from '#app/limits.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileInput } from '#app/ui/input.tsx'
import type { Emblem } from '#engine'

type Props = { emblem: Emblem | null; mayEdit: boolean; answer: FormView['answer'] }

/** The picture at the head of every paper: seen, changed, taken away. */
export function EmblemCard({ emblem, mayEdit, answer }: Props) {
  const t = useT()
  const { bytes } = useFormat()
  const view: FormView = { form: 'emblem', initial: {}, answer, labels: { file: t('admin.emblem.file') } }
  return (
    <Card title={t('admin.emblem.title')}>
      <div className="emblem">
        {emblem ? (
          <img
            className="emblem__picture"
            src={`/lambang/${emblem.sha256}`}
            width={emblem.width}
            height={emblem.height}
            alt={t('admin.emblem.now')}
          />
        ) : (
          <p className="emblem__none">{t('admin.emblem.none')}</p>
        )}
        {mayEdit && (
          <div className="stack">
            <FormErrors view={view} />
            <form method="post" encType="multipart/form-data" className="form">
              <Field
                id="emblem-file"
                label={t('admin.emblem.file')}
                help={t('admin.emblem.help', { max: bytes(limits.emblem.bytes) })}
                unmarked
              >
                <FileInput name="file" accept="image/png,image/jpeg" required />
              </Field>
              <div className="form__actions">
                <Button>{emblem ? t('admin.emblem.change') : t('admin.emblem.add')}</Button>
              </div>
            </form>
            {emblem && (
              <Confirm label={t('admin.emblem.remove')} of={t('admin.emblem.now')} says={t('admin.emblem.removeSays')}>
                <form method="post">
                  <input type="hidden" name="form" value="no-emblem" />
                  <Button size="small" variant="danger">
                    {t('admin.emblem.removeNow')}
                  </Button>
                </form>
              </Confirm>
            )}
          </div>
        )}
      </div>
    </Card>
  )
}
