import type { LoaderFunctionArgs } from '@remix-run/node'
import { valueOrPage } from '#app/answer.server.ts'
import { readFile } from '#app/use-cases/files/read-file.server.ts'
import { fileAnswer } from './file-answer.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const input = { visitor: await context.visitor(), agencyId: params.agency ?? '', fileId: params.id ?? '' }
  return fileAnswer(valueOrPage(await readFile(input, context.ports), request))
}
