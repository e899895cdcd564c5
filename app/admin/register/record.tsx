import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, type Typed } from '#app/read-form.ts'
import { sentForm } from '#app/sent-file.server.ts'
import { isMultipart } from '#app/server/body-limit.ts'
import { importNumbers, planImport } from '#app/use-cases/register/import-numbers.server.ts'
import { InsertedNumber, NumberList } from '#app/use-cases/register/inputs.ts'
import { insertNumber } from '#app/use-cases/register/insert-number.server.ts'
import { readRecording } from '#app/use-cases/register/read-recording.server.ts'
import { agencyPlace, postedForm, unknownForm } from '../agency-args.server.ts'
import { AgencyPage } from '../agency-page.tsx'
import { bookLinks } from './book-links.ts'
import { ImportForms } from './import-forms.tsx'
import { ImportPreview } from './import-preview.tsx'
import { InsertForm } from './insert-form.tsx'
import { listInFile } from './list-in-file.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const page = valueOrPage(await readRecording(await agencyPlace(args), args.context.ports), args.request)
  return { ...page, title: translator(args.context.locale)('register.record') }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  if (!isMultipart(request.headers.get('Content-Type'))) return act(args, await postedForm(request))
  const { typed, file } = await sentForm(request)
  const place = await agencyPlace(args)
  // Before anything of the file is read: only who may enter numbers.
  valueOrPage(await readRecording(place, args.context.ports), request)
  const list = await listInFile(file)
  if (!list.ok) return formRefused('file', typed, list.refusal, request)
  return act(args, { ...typed, form: 'list', list: list.value })
}

async function act(args: ActionFunctionArgs, typed: Typed) {
  const { request, context } = args
  const { ports } = context
  const place = await agencyPlace(args)
  const form = String(typed.form ?? '')
  if (form === 'insert') {
    const input = parseTyped(InsertedNumber, typed)
    if (!input.ok) return formRefused(form, typed, input.refusal, request)
    const { series, name, office, ...insertion } = input.value
    const asked = { ...place, ...insertion, seriesId: series, signatoryName: name, signatoryTitle: office }
    const inserted = await insertNumber(asked, ports)
    return inserted.ok ? toBook(place.agencyId, inserted.value.year) : formRefused(form, typed, inserted.refusal, request)
  }
  if (form !== 'list' && form !== 'take') return unknownForm()
  const input = parseTyped(NumberList, typed)
  if (!input.ok) return formRefused('list', typed, input.refusal, request)
  const asked = { ...place, seriesId: input.value.series, list: input.value.list }
  if (form === 'list') {
    const plan = await planImport(asked, ports)
    return plan.ok ? { plan: plan.value, typed } : formRefused('list', typed, plan.refusal, request)
  }
  const taken = await importNumbers(asked, ports)
  return taken.ok ? toBook(place.agencyId, taken.value.year) : formRefused('list', typed, taken.refusal, request)
}

const toBook = (agencyId: string, year: number) => redirect(`/kelola/${agencyId}/buku?tahun=${year}&tersimpan=1`)

export const links = bookLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function RecordPage() {
  const t = useT()
  const { agency, title, series, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const preview = answer && 'plan' in answer ? answer : null
  return (
    <AgencyPage agency={agency} tab="book" title={title} intro={t('register.recordIntro')} below>
      {preview && <ImportPreview plan={preview.plan} typed={preview.typed} series={series} />}
      <ImportForms answer={answer} typed={preview?.typed ?? null} series={series} />
      <InsertForm answer={answer} series={series} today={today} />
    </AgencyPage>
  )
}
