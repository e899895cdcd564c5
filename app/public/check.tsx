import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { limits } from '#app/limits.ts'
import { refusalStatus } from '#app/refusals.ts'
import { type AppRefusal, refuse } from '#app/result.ts'
import { sentForm } from '#app/sent-file.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileInput } from '#app/ui/input.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { admitFile, checkFile } from '#app/use-cases/public/check-file.server.ts'
import { printCode, readCode } from '#engine'
import { CheckedFileAnswer } from './check-file-answer.tsx'
import { CodeForm } from './check-parts.tsx'
import { codeProblem, fileProblem } from './check-words.ts'
import { pageLinks } from './reading-links.ts'

export const links = pageLinks
export const headers: HeadersFunction = ({ actionHeaders }) => {
  const wait = actionHeaders.get('Retry-After')
  return { 'Cache-Control': 'no-store', ...(wait ? { 'Retry-After': wait } : {}) }
}

export function loader({ request, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('kode')
  const read = typed === null ? null : readCode(typed)
  if (read?.ok) throw redirect(`/cek/${printCode(read.seal)}`)
  return { typed: (typed ?? '').slice(0, 60), read, title: translator(context.locale)('check.title') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const admitted = await admitFile(context.clientAddress, context.ports)
  if (!admitted.ok) return refused(admitted.refusal)
  const { file: sent } = await sentForm(request)
  if (typeof sent === 'string') {
    const code = sent === 'none' ? 'required' : 'file-too-large'
    return refused(refuse({ code: 'invalid', errors: [{ path: 'file', code }] }).refusal)
  }
  const result = await checkFile(sent.bytes, context.ports)
  return result.ok ? data({ file: result.value, refusal: null }) : refused(result.refusal)
}

function refused(refusal: AppRefusal) {
  const headers: HeadersInit = refusal.code === 'rate-limited' ? { 'Retry-After': String(refusal.retryAfterSeconds) } : {}
  return data({ file: null, refusal }, { status: refusalStatus[refusal.code], headers })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} · Baku` : 'Baku' }]

export default function CheckPage() {
  const t = useT()
  const { bytes } = useFormat()
  const { typed, read } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const codeError = read && !read.ok ? codeProblem({ code: 'bad-code', read }, t) : null
  const max = bytes(limits.body.file)
  const fileError = answer?.refusal ? fileProblem(answer.refusal, max, t) : null
  const errors = [
    ...(codeError && !answer ? [{ id: 'check-code', text: codeError }] : []),
    ...(fileError ? [{ id: 'check-file', text: fileError }] : []),
  ]
  return (
    <div className="stack stack--loose check">
      <PageHeader title={t('check.title')} description={t('check.lead')} />
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {answer?.file && <CheckedFileAnswer file={answer.file} />}
      <Card title={t('check.byCode')} className="no-print">
        <CodeForm typed={typed} error={codeError} />
      </Card>
      <Card title={t('check.byFile')} className="no-print">
        <form method="post" action="/cek" encType="multipart/form-data" className="form">
          <Field id="check-file" label={t('check.file')} help={t('check.fileHelp', { max })} error={fileError} unmarked>
            <FileInput name="file" accept="application/pdf,.pdf" required />
          </Field>
          <div className="form__actions">
            <Button icon="search">{t('check.fileSubmit')}</Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
