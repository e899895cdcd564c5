import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '#app/i18n/translator.ts'
import type { AppRefusal } from '#app/result.ts'
import { countStranger } from '#app/use-cases/api/count-stranger.server.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { completeByTicket } from '#app/use-cases/instances/complete-by-ticket.server.ts'
import { openTicket } from '#app/use-cases/instances/open-ticket.server.ts'
import { readOffice } from '#app/use-cases/instances/read-office.server.ts'
import { readPastStep } from '#app/use-cases/instances/read-past-step.server.ts'
import { bytesOf } from '#app/work/form/bytes-of.ts'
import { isOfAllFiles } from '#app/work/form/person-files.server.ts'
import { readStep } from '#app/work/form/read-step.ts'
import { problemsAnswer, refusedAnswer, rowsAnswer } from '#app/work/form/step-answer.server.ts'
import styles from '#app/work/work.css?url'
import { orNotFound } from './reading.server.ts'
import { TicketArticle } from './ticket-article.tsx'
import { ticketAt } from './ticket-cookie.server.ts'
import { ownStep, ticketView } from './ticket-view.server.ts'
import { ownWord } from './ticket-word.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
const quiet = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' }
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const wait = errorHeaders?.get('Retry-After')
  return wait ? { ...quiet, 'Retry-After': wait } : quiet
}

async function ticketOf({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const ticket = ticketAt(params.ticket, request)
  // The cookie has run out, or was never here: the code has to be entered again.
  if (ticket === null && params.ticket === ownWord) throw redirect('/lacak')
  const result = await openTicket({ ticket: ticket ?? params.ticket ?? '', address: context.clientAddress }, context.ports)
  if (!result.ok && result.refusal.code === 'rate-limited')
    throw new Response(null, { status: 429, headers: { 'Retry-After': String(result.refusal.retryAfterSeconds) } })
  return { ticket: ticket ?? '', tracked: orNotFound(result) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  const { ticket, tracked } = await ticketOf(args)
  const query = new URL(request.url).searchParams
  const office = orNotFound(await readOffice({ visitor: { kind: 'anonymous' }, agencyId: tracked.agencyId }, context.ports))
  return data(
    {
      view: ticketView(tracked, office, context.locale),
      here: `/lacak/${params.ticket}`,
      own: params.ticket === ownWord,
      code: query.has('baru') && params.ticket === ownWord ? ticket : null,
      sent: query.has('terkirim'),
      formKey: context.ports.newSecret(16),
      now: context.ports.now(),
    },
    { headers: quiet },
  )
}

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  const { ports, locale } = context
  const { ticket, tracked } = await ticketOf(args)
  const posted = await request.formData()
  const taskId = String(posted.get('task') ?? '')
  const open = tracked.tasks.find((one) => one.taskId === taskId)
  // Sent twice it has arrived; done meanwhile it has not, and what was typed is shown again.
  const task = open ?? (await readPastStep({ agencyId: tracked.agencyId, ticket, taskId }, ports))
  if (!task) throw new Response(null, { status: 404 })
  const visitor = { kind: 'anonymous' } as const
  const stopped: AppRefusal[] = []
  const step = await readStep(posted, {
    form: task.form,
    node: task.node,
    facts: task.facts,
    store: async (file) => {
      const counted = await countStranger({ visitor, act: 'file', address: context.clientAddress }, ports)
      const upload = { visitor, agencyId: tracked.agencyId, name: file.name, stream: bytesOf(file), ticket }
      const stored = counted.ok ? await uploadFile(upload, ports) : counted
      if (!stored.ok && isOfAllFiles(stored.refusal)) stopped.push(stored.refusal)
      return stored
    },
  })
  const [filesStopped] = stopped
  const answered = async (answer: ReturnType<typeof rowsAnswer>) => {
    if (open) return data({ ...answer.data, taskId, unsent: null }, answer.init ?? {})
    const office = orNotFound(await readOffice({ visitor, agencyId: tracked.agencyId }, ports))
    return data({ ...answer.data, taskId, unsent: ownStep(task, office, locale) }, answer.init ?? {})
  }
  if (filesStopped) return answered(refusedAnswer(step, filesStopped, translator(locale), request))
  if (open && step.intent.kind === 'rows') return answered(rowsAnswer(step))
  if (open && step.problems.length > 0) return answered(problemsAnswer(step))
  const { submission, sameAs, key } = step
  const result = await completeByTicket({ ticket, taskId, submission, sameAs, idempotencyKey: key }, ports)
  if (!result.ok) return answered(refusedAnswer(step, result.refusal, translator(locale), request))
  return redirect(`/lacak/${params.ticket}?terkirim`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.title} · Baku` : 'Baku' },
  { name: 'robots', content: 'noindex, nofollow' },
  // Links that lead away say nothing of this address; forms still say where they come from.
  { name: 'referrer', content: 'same-origin' },
]

export default function TicketRoute() {
  return <TicketArticle {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
