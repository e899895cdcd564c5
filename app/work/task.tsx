import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formRefused, throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { typedValues } from '#app/read-form.ts'
import { refusalStatus } from '#app/refusals.ts'
import { isMultipart } from '#app/server/body-limit.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { delegateTask } from '#app/use-cases/instances/delegate-task.server.ts'
import { readOffice } from '#app/use-cases/instances/read-office.server.ts'
import { readTask } from '#app/use-cases/instances/read-task.server.ts'
import { reassignTask } from '#app/use-cases/instances/reassign-task.server.ts'
import { releaseTask } from '#app/use-cases/instances/release-task.server.ts'
import type { InstanceRefusal } from '#app/use-cases/instances/run-command.server.ts'
import { saveTaskDraft } from '#app/use-cases/instances/save-task-draft.server.ts'
import { unreadVersion } from '#app/use-cases/readings/read-standing.server.ts'
import { formFacts } from '#engine'
import { personFiles } from './form/person-files.server.ts'
import { readStep } from './form/read-step.ts'
import { problemsAnswer, refusedAnswer, rowsAnswer } from './form/step-answer.server.ts'
import { TaskArticle } from './task-article.tsx'
import { taskView } from './task-view.server.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const notices = ['drafted', 'claimed', 'released', 'reassigned'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ports, locale } = context
  const visitor = await context.visitor()
  const input = { visitor, agencyId: params.agency ?? '', taskId: params.id ?? '' }
  const page = valueOrPage(await readTask(input, ports), request)
  const office = valueOrPage(await readOffice(input, ports), request)
  const personId = visitor.kind === 'person' ? visitor.person.id : ''
  const done = new URL(request.url).searchParams.get('selesai')
  return {
    view: taskView({ page, office, locale, personId }),
    formKey: ports.newSecret(16),
    now: ports.now(),
    unread: await unreadVersion({ visitor, agencyId: input.agencyId, slug: page.instance.slug }, ports),
    notice: notices.find((name) => name === done) ?? null,
  }
}

export async function action(args: ActionFunctionArgs) {
  // What may carry files is read only for those who may see the task.
  if (isMultipart(args.request.headers.get('Content-Type')))
    valueOrPage(await readTask(await where(args), args.context.ports), args.request)
  const posted = await args.request.formData()
  switch (posted.get('form')) {
    case 'claim':
    case 'release':
      return takeOrGiveBack(args, posted)
    case 'delegate':
      return handOver(args, posted)
    case 'reassign':
      return reassign(args, posted)
    default:
      return sendStep(args, posted)
  }
}

const where = async ({ params, context }: ActionFunctionArgs) => ({
  visitor: await context.visitor(),
  agencyId: params.agency ?? '',
  taskId: params.id ?? '',
})

/** The key of a form makes it happen once, however often it is sent. */
const keyIn = (posted: FormData) => String(posted.get('key') ?? '')

async function sendStep(args: ActionFunctionArgs, posted: FormData) {
  const { request, context } = args
  const { ports, locale } = context
  const input = await where(args)
  const page = valueOrPage(await readTask(input, ports), request)
  const files = personFiles(input, ports)
  const step = await readStep(posted, {
    form: page.form,
    node: page.node,
    facts: formFacts(page.definition, page.instance.state, page.node.id),
    store: files.store,
  })
  const t = translator(locale)
  const stopped = files.stopped()
  if (stopped) return refusedAnswer(step, stopped, t, request)
  if (step.intent.kind === 'rows') return rowsAnswer(step)
  if (step.intent.kind === 'draft') {
    const values = { savedAt: ports.now(), form: step.values }
    const saved = await saveTaskDraft({ ...input, values }, ports)
    if (!saved.ok) return refusedAnswer(step, saved.refusal, t, request)
    // A file that could not be kept has to be said; all else was.
    if (step.problems.length > 0) return problemsAnswer(step)
    return redirect(`/kerja/tugas/${input.agencyId}/${input.taskId}?selesai=drafted`)
  }
  if (step.problems.length > 0 && page.task.status === 'open') return problemsAnswer(step)
  const { submission, sameAs, key } = step
  const result = await completeTask({ ...input, submission, sameAs, idempotencyKey: key }, ports)
  if (!result.ok) return refusedAnswer(step, result.refusal, t, request)
  return redirect('/kerja?selesai=completed')
}

async function takeOrGiveBack(args: ActionFunctionArgs, posted: FormData) {
  const claim = posted.get('form') === 'claim'
  const input = { ...(await where(args)), idempotencyKey: keyIn(posted) }
  const result = claim ? await claimTask(input, args.context.ports) : await releaseTask(input, args.context.ports)
  if (!result.ok) return actRefused(result.refusal, args.request)
  return redirect(`/kerja/tugas/${input.agencyId}/${input.taskId}?selesai=${claim ? 'claimed' : 'released'}`)
}

/** To whom and why, as the two forms for handing over ask it, and what is missing. */
function readHandOver(posted: FormData) {
  const typed = typedValues(posted)
  const [to, reason] = [String(typed.to ?? ''), String(typed.reason ?? '')]
  const errors = [
    ...(to === '' ? [{ path: 'to', code: 'required' }] : []),
    ...(reason.trim() === '' ? [{ path: 'reason', code: 'required' }] : []),
  ]
  return { typed, to, reason, errors }
}

async function reassign(args: ActionFunctionArgs, posted: FormData) {
  const { typed, to, reason, errors } = readHandOver(posted)
  if (errors.length > 0) return formRefused('reassign', typed, { code: 'invalid', errors }, args.request)
  const input = { ...(await where(args)), to: to === 'release' ? null : to, reason, idempotencyKey: keyIn(posted) }
  const result = await reassignTask(input, args.context.ports)
  if (result.ok) return redirect(`/kerja/tugas/${input.agencyId}/${input.taskId}?selesai=reassigned`)
  if (result.refusal.code === 'delegate-not-eligible') {
    return formRefused('reassign', typed, { code: 'invalid', errors: [{ path: 'to', code: 'not-an-option' }] }, args.request)
  }
  return actRefused(result.refusal, args.request)
}

async function handOver(args: ActionFunctionArgs, posted: FormData) {
  const { typed, to, reason, errors } = readHandOver(posted)
  if (errors.length > 0) return formRefused('delegate', typed, { code: 'invalid', errors }, args.request)
  const input = { ...(await where(args)), to, reason, idempotencyKey: keyIn(posted) }
  const result = await delegateTask(input, args.context.ports)
  if (result.ok) return redirect('/kerja?selesai=delegated')
  if (result.refusal.code === 'delegate-not-eligible') {
    return formRefused('delegate', typed, { code: 'invalid', errors: [{ path: 'to', code: 'not-an-option' }] }, args.request)
  }
  return actRefused(result.refusal, args.request)
}

function actRefused(refusal: InstanceRefusal, request: Request) {
  if (refusal.code === 'not-found' || refusal.code === 'not-signed-in' || refusal.code === 'not-allowed')
    throwRefusal(refusal, request)
  return data({ form: 'act' as const, code: refusal.code }, { status: refusalStatus[refusal.code] })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.activity} · ${page.view.instanceTitle} · Baku` : 'Baku' },
]

export default function TaskRoute() {
  const page = useLoaderData<typeof loader>()
  return <TaskArticle {...page} answer={useActionData<typeof action>()} />
}
