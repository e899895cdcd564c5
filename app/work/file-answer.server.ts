import type { ReadableFile } from '#app/use-cases/files/read-file.server.ts'

/** A file to keep, never to be run: as an attachment, without guessing, in a sandbox (V19). */
export function fileAnswer({ name, mediaType, bytes, stream }: ReadableFile): Response {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  return new Response(stream, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}
