import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { throwRefusal } from '#app/answer.server.ts'
import { typedValues } from '#app/read-form.ts'
import { refusalStatus } from '#app/refusals.ts'
import type { AppRefusal } from '#app/result.ts'
import { readThreads } from '#app/use-cases/comments/read-threads.server.ts'
import { standardPlace } from '../place.server.ts'
import { commentAct } from './comment-act.server.ts'

/** The conversations as the builder asks for them again and again; without them where nothing changed since. */
export async function loader(args: LoaderFunctionArgs) {
  const at = await standardPlace(args)
  const since = new URL(args.request.url).searchParams.get('sejak')
  const read = await readThreads({ ...at, since }, args.context.ports)
  if (!read.ok && read.refusal.code === 'not-signed-in') throwRefusal(read.refusal, args.request)
  return read.ok ? Response.json(read.value) : refused(read.refusal)
}

/** Takes one form of a conversation and answers all of them as they are then. */
export async function action(args: ActionFunctionArgs) {
  const at = await standardPlace(args)
  const done = await commentAct(typedValues(await args.request.formData()), at, args.context.ports)
  if (!done.ok) return refused(done.refusal)
  const read = await readThreads(at, args.context.ports)
  return read.ok ? Response.json({ ...read.value, thread: done.value.thread }) : refused(read.refusal)
}

const refused = (refusal: AppRefusal) => Response.json(refusal, { status: refusalStatus[refusal.code] })
