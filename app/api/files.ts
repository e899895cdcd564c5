import { unstable_parseMultipartFormData } from '@remix-run/node'
import { z } from 'zod'
import { limits } from '#app/limits.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { BodyTooLarge, isBrokenForm, isMultipart } from '#app/server/body-limit.ts'
import { answerOnce } from '#app/use-cases/api/answer-once.server.ts'
import { countStranger } from '#app/use-cases/api/count-stranger.server.ts'
import { type UploadedFile, type UploadFileInput, uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import { Slug } from '#engine'
import { ownerOf } from './answer.ts'
import type { ApiRefusal } from './problem.ts'
import { type Answered, type Raw, route } from './route.ts'

const UploadKey = z.string().regex(/^[\x21-\x7e]{16,200}$/)
const File = z.object({ id: z.string(), sha256: z.string(), bytes: z.number().int(), mediaType: z.string(), name: z.string() })

/** The bytes flow to the disk as they come; the agency and the sender's key stand outside the body, so that they are known first. */
const upload = route({
  method: 'post',
  path: '/files',
  id: 'uploadFile',
  summary: 'One file, in the part `file`; its kind is told by its content',
  tag: 'files',
  public: true,
  query: z.strictObject({ agency: Slug }),
  headers: z.object({
    'Upload-Key': UploadKey.optional().meta({
      description: 'Without a token: a secret of the sender, given again with the form',
    }),
    Ticket: z.string().max(80).optional().meta({ description: "Without a token: the applicant's ticket" }),
  }),
  multipart: z.strictObject({ file: z.string().meta({ format: 'binary' }) }),
  status: 201,
  answer: File,
  async run(asked): Promise<Answered> {
    const { query, visitor, ports, address, request } = asked
    const uploadKey = request.headers.get('Upload-Key') ?? undefined
    const ticket = request.headers.get('Ticket') ?? undefined
    if (visitor.kind === 'anonymous' && !uploadKey && !ticket) return refuse({ code: 'not-signed-in' })
    if (uploadKey !== undefined && !UploadKey.safeParse(uploadKey).success) {
      return refuse({ code: 'invalid', errors: [{ path: 'Upload-Key', code: 'wrong-type' }] })
    }
    const counted = await countStranger({ visitor, act: 'file', address }, ports)
    if (!counted.ok) return counted
    if ((await readOfficeNames([query.agency], ports)).length === 0) return refuse({ code: 'not-found' })
    const taken = await takeFile(request, { visitor, agencyId: query.agency, uploadKey, ticket }, ports)
    return taken.ok ? once(asked, taken.value) : taken
  },
})

type Sender = Omit<UploadFileInput, 'name' | 'stream'>

async function takeFile(request: Request, sender: Sender, ports: Raw['ports']): Promise<Result<UploadedFile, ApiRefusal>> {
  if (!isMultipart(request.headers.get('Content-Type')) || !request.body) return refuse({ code: 'unsupported-media-type' })
  let taken: Result<UploadedFile> | null = null
  const strange: string[] = []
  try {
    await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
      if (name !== 'file' || filename === undefined || taken !== null) {
        strange.push(name)
        for await (const _ of data) if (strange.length > limits.body.files) throw new BodyTooLarge()
        return null
      }
      taken = await uploadFile({ ...sender, name: filename, stream: data }, ports)
      return null
    })
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuse({ code: 'too-large' })
    if (isBrokenForm(error)) return refuse({ code: 'unreadable' })
    throw error
  }
  return settled(taken, strange)
}

function settled(taken: Result<UploadedFile> | null, strange: readonly string[]): Result<UploadedFile, ApiRefusal> {
  if (strange.length > 0)
    return refuse({ code: 'invalid', errors: strange.map((name) => ({ path: name, code: 'unknown-field' })) })
  if (taken === null) return refuse({ code: 'unreadable' })
  if (taken.ok || taken.refusal.code !== 'invalid') return taken
  const codes = taken.refusal.errors.map(({ code }) => code)
  if (codes.includes('file-too-large')) return refuse({ code: 'too-large' })
  return codes.includes('file-kind') ? refuse({ code: 'file-kind' }) : taken
}

/** What the request was is known only when the bytes are: sent again under its key, the file that was stored first is meant. */
async function once(
  { key, visitor, ports, query, request }: Raw & { query: { agency: string } },
  file: UploadedFile,
): Promise<Answered> {
  if (key === undefined) return ok({ status: 201, body: file })
  const sender = request.headers.get('Upload-Key') ?? request.headers.get('Ticket') ?? ''
  const scope = `api:uploadFile:${ownerOf(visitor)}`
  // The sender's secret goes into the key, of which only a hash is kept.
  const asked = { scope, key: `${sender}\n${key}`, request: { agency: query.agency, sha256: file.sha256, name: file.name } }
  const done = await answerOnce<ApiRefusal>(asked, async () => ok({ status: 201, body: JSON.stringify(file) }), ports)
  if (done.kind === 'done') return ok({ status: 201, body: null, text: done.done.body })
  return refuse(done.kind === 'refused' ? done.refusal : { code: done.kind === 'in-progress' ? 'in-progress' : 'key-reused' })
}

export const fileRoutes = [upload]
