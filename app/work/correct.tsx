import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { correctData } from '#app/use-cases/instances/correct-data.server.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { readOffice } from '#app/use-cases/instances/read-office.server.ts'
import { factsOf } from '#engine'
import { personFiles } from './form/person-files.server.ts'
import { readStep } from './form/read-step.ts'
import { problemsAnswer, refusedAnswer, rowsAnswer } from './form/step-answer.server.ts'
import { CorrectPage } from './supervision/correct-page.tsx'
import { changesIn, correctionForm, correctView } from './supervision/correct-view.server.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const whereOf = async ({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) => ({
  visitor: await context.visitor(),
  agencyId: params.agency ?? '',
  instanceId: params.id ?? '',
})
const chosenIn = (request: Request) => new URL(request.url).searchParams.getAll('isian')

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { ports, locale } = context
  const input = await whereOf(args)
  const page = valueOrPage(await readInstance(input, ports), request)
  if (!page.may.correct) throw redirect(`/kerja/permohonan/${input.agencyId}/${input.instanceId}?gagal=gone`)
  const office = valueOrPage(await readOffice(input, ports), request)
  return {
    view: correctView(page, office, locale, chosenIn(request)),
    formKey: ports.newSecret(16),
    title: translator(locale)('supervise.correct.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { ports, locale } = context
  const t = translator(locale)
  const input = await whereOf(args)
  // What may carry files is read only for those who may see the request.
  const page = valueOrPage(await readInstance(input, ports), request)
  const form = correctionForm(page, chosenIn(request))
  const posted = await request.formData()
  const files = personFiles(input, ports)
  const facts = factsOf(page.definition, page.instance.state)
  const step = await readStep(posted, { form, node: null, facts, needsReason: true, store: files.store })
  const stopped = files.stopped()
  if (stopped) return refusedAnswer(step, stopped, t, request)
  if (step.intent.kind === 'rows') return rowsAnswer(step)
  if (step.problems.length > 0) return problemsAnswer(step)
  const seen = Number(posted.get('revision'))
  const correction = {
    ...input,
    data: form ? changesIn(form, step.submission.data) : {},
    reason: step.submission.reason ?? '',
    sameAs: step.sameAs,
    idempotencyKey: step.key,
    ...(Number.isInteger(seen) && seen > 0 ? { expectedRevision: seen } : {}),
  }
  const result = await correctData(correction, ports)
  if (!result.ok) return refusedAnswer(step, result.refusal, t, request)
  return redirect(`/kerja/permohonan/${input.agencyId}/${input.instanceId}?selesai=correct`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.view.title} · Baku` : 'Baku' },
]

export default function CorrectRoute() {
  return <CorrectPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
