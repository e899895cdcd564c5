import type { FormAnswer } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { limits } from '#app/limits.ts'
import { testPassphrase } from '#app/papers/signing/test-passphrase.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileInput, Input } from '#app/ui/input.tsx'
import type { SigningPage } from '#app/use-cases/signing/read-signing.server.ts'
import { signingProblem } from './signing-words.ts'

/** What is printed, or handed to a service: the same bytes for whoever downloads it. */
export function PaperToSign({ page, at }: { page: Pick<SigningPage, 'frozen' | 'hasPaper'>; at: string }) {
  const t = useT()
  const { dateTime } = useFormat()
  return (
    <Card title={t('signing.paper')}>
      {page.hasPaper ? (
        <div className="stack">
          <p>{t('signing.intro')}</p>
          <p>{t('signing.paperText')}</p>
          <p className="cluster">
            <LinkButton href={`${at}/naskah.pdf`} icon="download">
              {t('signing.download')}
            </LinkButton>
          </p>
          {page.frozen && <p className="muted">{t('signing.frozen', { at: dateTime(page.frozen.at) })}</p>}
        </div>
      ) : (
        <p>{t('signing.noPaper')}</p>
      )}
    </Card>
  )
}

const taken = { scan: 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png', 'signed-elsewhere': 'application/pdf,.pdf' }
const words = { scan: 'scan', 'signed-elsewhere': 'elsewhere' } as const

/** Brings the signed paper: scanned, or signed as a PDF. */
export function AttachForm({ form, answer }: { form: keyof typeof taken; answer: FormAnswer | undefined }) {
  const t = useT()
  const { bytes } = useFormat()
  const max = bytes(limits.body.file)
  const error = answer ? signingProblem(answer.refusal, max, t) : null
  const say = `signing.${words[form]}` as const
  const id = `file-${form}`
  return (
    <Card title={t(`${say}.title`)}>
      <form method="post" encType="multipart/form-data" className="form">
        {error && <ErrorSummary errors={[{ id, text: error }]} />}
        <p>{t(`${say}.text`)}</p>
        <input type="hidden" name="form" value={form} />
        <Field id={id} label={t(`${say}.file`)} help={t(`${say}.help`, { max })} error={error} unmarked>
          <FileInput name="file" accept={taken[form]} required />
        </Field>
        <div className="form__actions">
          <Button variant="primary">{t(`${say}.submit`)}</Button>
        </div>
      </form>
    </Card>
  )
}

type Signed = Pick<SigningPage, 'papers' | 'signatory' | 'forTests'>

/** Has the paper signed by the configured service; for whoever set the decree. */
export function ProviderForm({ page, answer }: { page: Signed; answer: FormAnswer | undefined }) {
  const t = useT()
  const error = answer ? signingProblem(answer.refusal, '', t) : null
  const help = t('signing.provider.passphraseHelp')
  return (
    <Card title={t('signing.provider.title')}>
      <form method="post" encType="multipart/form-data" className="form" autoComplete="off">
        {error && <ErrorSummary errors={[{ id: 'passphrase', text: error }]} />}
        {page.forTests && (
          <Banner tone="warning" title={t('signing.test.title')}>
            <p>{t('signing.provider.testHelp', { passphrase: testPassphrase })}</p>
          </Banner>
        )}
        <p>{t('signing.provider.text', { name: page.signatory.name })}</p>
        <input type="hidden" name="form" value="provider" />
        <input type="hidden" name="standing" value={page.papers[0]?.number ?? 0} />
        <Field id="passphrase" label={t('signing.provider.passphrase')} help={help} error={error} unmarked>
          <Input type="password" name="passphrase" autoComplete="off" maxLength={200} required />
        </Field>
        <div className="form__actions">
          <Button variant="primary" icon="seal">
            {t('signing.provider.submit')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
