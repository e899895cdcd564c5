import type { LoaderFunctionArgs } from '@remix-run/node'
import { readFile } from '#app/use-cases/files/read-file.server.ts'
import { fileAnswer } from '#app/work/file-answer.server.ts'
import { orNotFound } from './reading.server.ts'
import { ticketAt } from './ticket-cookie.server.ts'

/** A file that the holder of a ticket may have: what they sent, and what was handed over to them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ticket = ticketAt(params.ticket, request)
  if (ticket === null) throw new Response(null, { status: 404 })
  const visitor = { kind: 'anonymous' } as const
  return fileAnswer(orNotFound(await readFile({ visitor, fileId: params.file ?? '', ticket }, context.ports)))
}
