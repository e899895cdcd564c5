import { unstable_parseMultipartFormData } from '@remix-run/node'
import { limits } from './limits.ts'
import { keepableForm, type Typed, typedValues } from './read-form.ts'
import { isBrokenForm, isMultipart } from './server/body-limit.ts'

export type SentFile = { name: string; bytes: Uint8Array<ArrayBuffer> }
/** One file and the fields around it. */
export type SentForm = { typed: Typed; file: SentFile | 'none' | 'too-large' }

/** A form with one part `file`, as a page sends it; what breaks off is answered here. */
export const sentForm = (request: Request): Promise<SentForm> =>
  readSentForm(request).catch((error: unknown) => {
    throw isBrokenForm(error) ? new Response(null, { status: 400 }) : error
  })

/** Past the limit the bytes of the file are counted and let go, so that no file fills the memory. */
export async function readSentForm(request: Request): Promise<SentForm> {
  const fields = new FormData()
  let file: SentForm['file'] = 'none'
  if (!isMultipart(request.headers.get('Content-Type'))) return { typed: {}, file }
  await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
    const wanted = name === 'file' && filename !== undefined && filename !== '' && file === 'none'
    const field = filename === undefined && [...fields.keys()].length < mostFields
    const read = await readWithin(data, wanted ? limits.body.file : field ? fieldBytes : 0)
    if (wanted) file = read ? { name: filename, bytes: read } : 'too-large'
    if (field && read) fields.append(name, new TextDecoder().decode(read))
    return null
  })
  return { typed: typedValues(keepableForm(fields)), file }
}

const mostFields = 20
const fieldBytes = 2_000

/** Null when there is more; what comes after is read and dropped, since the form goes on behind it. */
async function readWithin(data: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let count = 0
  for await (const chunk of data) {
    count += chunk.byteLength
    if (count <= most) chunks.push(chunk)
    else chunks.length = 0
  }
  return count > most ? null : new Uint8Array(Buffer.concat(chunks))
}
