import type { ActionFunctionArgs } from '@remix-run/node'
import { throwRefusal } from '#app/answer.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { countRate } from '#app/rates.server.ts'
import type { AppRefusal } from '#app/result.ts'
import { isMultipart } from '#app/server/body-limit.ts'
import { countStranger, forgiveStranger } from '#app/use-cases/api/count-stranger.server.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import type { StartPage } from '#app/use-cases/instances/read-start.server.ts'
import { type Started, startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { bytesOf } from './bytes-of.ts'
import { isOfAllFiles } from './person-files.server.ts'
import { type PostedStep, readStep, uploadKeyOf } from './read-step.ts'
import { problemsAnswer, refusedAnswer, rowsAnswer } from './step-answer.server.ts'

/** Which of several beginnings an address names. */
export function startNamed(request: Request): { start?: string } {
  const start = new URL(request.url).searchParams.get('awal')
  return start === null ? {} : { start }
}

/** Reads the first step as it was posted and starts with it; else the form to be shown again. */
export async function sendStart(
  { request, params, context }: ActionFunctionArgs,
  page: Pick<StartPage, 'start' | 'form' | 'node' | 'facts'>,
  as: 'applicant' | 'staff',
): Promise<{ started: Started; step: PostedStep } | { answer: ReturnType<typeof problemsAnswer> }> {
  const { ports, locale } = context
  const visitor = await context.visitor()
  const { agency: agencyId = '', slug = '' } = params
  if (visitor.kind === 'anonymous' && isMultipart(request.headers.get('Content-Type'))) {
    const wait = await countRate(ports, 'attached', context.clientAddress)
    if (wait !== null) throw new Response(null, { status: 429, headers: { 'Retry-After': String(wait) } })
  }
  const posted = await request.formData()
  const uploadKey = uploadKeyOf(posted)
  const address = context.clientAddress
  const stopped: AppRefusal[] = []
  const step = await readStep(posted, {
    form: page.form,
    node: page.node,
    facts: page.facts,
    store: async (file) => {
      const counted = await countStranger({ visitor, act: 'file', address }, ports)
      if (!counted.ok) {
        stopped.push(counted.refusal)
        return counted
      }
      const stored = await uploadFile({ visitor, agencyId, name: file.name, stream: bytesOf(file), uploadKey }, ports)
      if (!stored.ok && isOfAllFiles(stored.refusal)) stopped.push(stored.refusal)
      return stored
    },
  })
  const [filesStopped] = stopped
  if (filesStopped) return { answer: refusedAnswer(step, filesStopped, translator(locale), request) }
  if (step.intent.kind === 'rows') return { answer: rowsAnswer(step) }
  if (step.problems.length > 0) return { answer: problemsAnswer(step) }
  const stranger = { visitor, act: 'start', address } as const
  const counted = await countStranger(stranger, ports)
  if (!counted.ok) return { answer: refusedAnswer(step, counted.refusal, translator(locale), request) }
  const { submission, sameAs, key } = step
  const { start } = page
  const input = { visitor, agencyId, slug, start, submission, sameAs, as, uploadKey, idempotencyKey: key }
  const started = await startInstance(input, ports)
  if (started.ok) return { started: started.value, step }
  await forgiveStranger(stranger, ports)
  if (started.refusal.code === 'not-found') throwRefusal(started.refusal, request)
  return { answer: refusedAnswer(step, started.refusal, translator(locale), request) }
}
