import { z } from 'zod'
import { limits } from '#app/limits.ts'
import { ok, refuse } from '#app/result.ts'
import { readSentForm, type SentForm } from '#app/sent-file.server.ts'
import { BodyTooLarge, isBrokenForm, isMultipart } from '#app/server/body-limit.ts'
import { findDecreeAgency } from '#app/use-cases/api/find-agency.server.ts'
import { admitPaper, attachSignedPaper } from '#app/use-cases/signing/attach-signed-paper.server.ts'
import { IdPath } from './common.ts'
import { type Answered, route } from './route.ts'

/** The same file under the same decree is kept once, so that asking again is answered alike without a key. */
const attach = route({
  method: 'post',
  path: '/decrees/{id}/files',
  id: 'attachSignedPaper',
  summary: 'The signed paper of a decree, in the part `file`: a scan, or a PDF that was signed electronically elsewhere',
  tag: 'decrees',
  params: IdPath,
  query: z.strictObject({
    kind: z.enum(['scan', 'signed-elsewhere']).optional().meta({ description: '`scan` where it is not said' }),
  }),
  multipart: z.strictObject({ file: z.string().meta({ format: 'binary' }) }),
  status: 201,
  answer: z.object({ number: z.number().int(), sha256: z.string() }),
  async run({ path, query, visitor, ports, request }): Promise<Answered> {
    const agency = await findDecreeAgency(path, ports)
    if (!agency.ok) return agency
    const at = { agencyId: agency.value, decreeId: path.id.toLowerCase(), visitor }
    const admitted = await admitPaper(at, ports)
    if (!admitted.ok) return admitted
    const file = await fileOf(request)
    if (file === 'unsupported-media-type' || file === 'unreadable') return refuse({ code: file })
    const bytes = file === 'too-large' ? new Uint8Array(limits.body.file + 1) : file === 'none' ? null : file.bytes
    const kept = await attachSignedPaper({ ...at, kind: query.kind ?? 'scan', bytes }, ports)
    return kept.ok ? ok({ status: 201, body: { number: kept.value.number, sha256: kept.value.sha256 } }) : kept
  },
})

async function fileOf(request: Request): Promise<SentForm['file'] | 'unsupported-media-type' | 'unreadable'> {
  if (!isMultipart(request.headers.get('Content-Type')) || !request.body) return 'unsupported-media-type'
  try {
    return (await readSentForm(request)).file
  } catch (error) {
    if (error instanceof BodyTooLarge) return 'too-large'
    if (isBrokenForm(error)) return 'unreadable'
    throw error
  }
}

export const decreeFileRoutes = [attach]
