import type { LoaderFunctionArgs } from '@remix-run/node'
import { readDecreeFile } from '#app/use-cases/signing/read-decree-file.server.ts'
import { fileAnswer } from '#app/work/file-answer.server.ts'
import { orNotFound } from './reading.server.ts'

/** The signed paper of a decree; those that were replaced only for those of the agency. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { agency = '', id = '', file = '' } = params
  const number = /^[1-9]\d{0,3}$/.test(file) ? Number(file) : 0
  const input = { agencyId: agency, decreeId: id, number, visitor: await context.visitor() }
  return fileAnswer(orNotFound(await readDecreeFile(input, context.ports)))
}
