const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** Kinds told by their first bytes alone. */
const byPrefix: readonly [test: (head: Uint8Array) => boolean, mediaType: string][] = [
  [(head) => latin(head, 0, 5) === '%PDF-', 'application/pdf'],
  [(head) => latin(head, 0, 8) === '\x89PNG\r\n\x1a\n', 'image/png'],
  [(head) => latin(head, 0, 3) === '\xff\xd8\xff', 'image/jpeg'],
  [(head) => ['GIF87a', 'GIF89a'].includes(latin(head, 0, 6)), 'image/gif'],
  [(head) => latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP', 'image/webp'],
  [(head) => latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WAVE', 'audio/wav'],
  [(head) => latin(head, 4, 8) === 'ftyp' && latin(head, 8, 10) === 'qt', 'video/quicktime'],
  [(head) => latin(head, 4, 8) === 'ftyp' && /^(M4A|M4B)/.test(latin(head, 8, 12)), 'audio/mp4'],
  [(head) => latin(head, 4, 8) === 'ftyp' && /^(isom|iso[2-9]|mp4|avc1|M4V|MSNV|dash|3gp)/.test(latin(head, 8, 12)), 'video/mp4'],
  [(head) => latin(head, 0, 4) === '\x1a\x45\xdf\xa3' && latin(head, 0, 64).includes('webm'), 'video/webm'],
  [(head) => latin(head, 0, 3) === 'ID3' || (head[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(head[1] ?? 0)), 'audio/mpeg'],
  [(head) => latin(head, 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword'],
]

const office = 'application/vnd.openxmlformats-officedocument'
const inZip: readonly [name: string, mediaType: string][] = [
  ['word/document.xml', `${office}.wordprocessingml.document`],
  ['xl/workbook.xml', `${office}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${office}.presentationml.presentation`],
]

export const isZip = (head: Uint8Array) => latin(head, 0, 4) === 'PK\x03\x04'

/** The media type by content, or null when it is none that is taken. A zip needs the whole file: see `zipMediaType`. */
export function mediaTypeOf(head: Uint8Array): string | null {
  const known = byPrefix.find(([test]) => test(head))
  if (known) return known[1]
  return isPlainText(head) ? 'text/plain' : null
}

/** Which kind of office document a zip is, by the names of its parts; null for any other zip. */
export function zipMediaType(bytes: Uint8Array): string | null {
  const text = latin(bytes, 0, bytes.byteLength)
  if (text.startsWith('mimetypeapplication/vnd.oasis.opendocument.text', 30)) return 'application/vnd.oasis.opendocument.text'
  if (!text.includes('[Content_Types].xml') || text.includes('vbaProject.bin')) return null
  return inZip.find(([name]) => text.includes(name))?.[1] ?? null
}

/** UTF-8 without control characters, and no markup that a browser might run were it ever served as such. */
function isPlainText(head: Uint8Array): boolean {
  if (head.byteLength === 0) return false
  // A letter of several bytes may be cut where the head ends.
  const body = new TextDecoder('utf-8').decode(head).replace(/\uFFFD+$/, '')
  if (/[\p{Cc}\uFFFD]/u.test(body.replaceAll(/[\t\n\r\f]/g, ''))) return false
  return !/^\s*<(!doctype|html|\?xml|svg|script)/i.test(body) && !/<script/i.test(body)
}
