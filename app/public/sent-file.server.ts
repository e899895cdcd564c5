import { unstable_parseMultipartFormData } from '@remix-run/node'
import { limits } from '#app/limits.ts'
import { isBrokenForm, isMultipart } from '#app/server/body-limit.ts'

/** The bytes of the part `file`; past the limit they are counted and let go, so that no file fills the memory. */
export async function sentFile(request: Request): Promise<Uint8Array | 'none' | 'too-large'> {
  if (!isMultipart(request.headers.get('Content-Type'))) return 'none'
  let sent: Uint8Array | 'none' | 'too-large' = 'none'
  await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
    const wanted = name === 'file' && filename !== undefined && filename !== '' && sent === 'none'
    const read = await readWithin(data, wanted ? limits.body.file : 0)
    if (wanted) sent = read ?? 'too-large'
    return null
  }).catch((error: unknown) => {
    throw isBrokenForm(error) ? new Response(null, { status: 400 }) : error
  })
  return sent
}

/** Null when there is more; what comes after is read and dropped, since the form goes on behind it. */
async function readWithin(data: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let count = 0
  for await (const chunk of data) {
    count += chunk.byteLength
    if (count <= most) chunks.push(chunk)
    else chunks.length = 0
  }
  return count > most ? null : Buffer.concat(chunks)
}
