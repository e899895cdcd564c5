import type { Context } from 'hono'
import type { ServerEnv } from './env.ts'

/** What the server itself refuses, before any page can: closed codes with the words for a reader. */
const words = {
  'foreign-origin': {
    id: 'Permintaan ini tidak berasal dari situs ini. Muat ulang halaman dan coba lagi. (Pengelola: periksa APP_URL.)',
    en: 'This request does not come from this site. Reload the page and try again. (Administrators: check APP_URL.)',
  },
  'not-found': { id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  'too-large': {
    id: 'Kiriman terlalu besar. Batas: isian 256 KB, berkas 10 MB, paling banyak 5 berkas.',
    en: 'What was sent is too large. Limits: forms 256 KB, files 10 MB, at most 5 files.',
  },
  'too-slow': {
    id: 'Permintaan tidak selesai pada waktunya. Coba lagi sebentar lagi.',
    en: 'The request did not finish in time. Try again shortly.',
  },
  'too-often': {
    id: 'Terlalu banyak permintaan dari alamat ini. Tunggu sebentar, lalu coba lagi.',
    en: 'Too many requests from this address. Wait a little, then try again.',
  },
  unreadable: {
    id: 'Kiriman berisi huruf yang tidak dapat disimpan. Kembali ke formulir, hapus huruf itu, lalu kirim lagi.',
    en: 'What was sent holds characters that cannot be kept. Go back to the form, remove them, and send it again.',
  },
  busy: { id: 'Layanan sedang sibuk. Coba lagi sebentar lagi.', en: 'The service is busy. Try again shortly.' },
  unavailable: {
    id: 'Basis data sedang tidak dapat dihubungi. Yang sudah dikonfirmasi tetap tersimpan. Coba lagi sebentar lagi.',
    en: 'The database cannot be reached right now. What was confirmed is kept. Try again shortly.',
  },
  stopping: { id: 'Layanan sedang dihentikan. Coba lagi sebentar lagi.', en: 'The service is stopping. Try again shortly.' },
  failed: {
    id: 'Terjadi kesalahan pada layanan. Kesalahan ini telah dicatat.',
    en: 'Something went wrong in the service. It has been recorded.',
  },
} as const

export type PlainCode = keyof typeof words

type PlainStatus = 400 | 403 | 404 | 413 | 429 | 500 | 503

/** A page without style or script for a reader, a problem document for a program. */
export function plainAnswer(c: Context<ServerEnv>, status: PlainStatus, code: PlainCode, retryAfterSeconds = 2): Response {
  const detail = words[code][c.get('locale') ?? 'id']
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (status === 503 || status === 429) headers.set('Retry-After', String(retryAfterSeconds))
  // The rest of a refused body must not be read to its end.
  if (status === 413 || status === 429) headers.set('Connection', 'close')
  if (c.req.path.startsWith('/api/')) {
    headers.set('Content-Type', 'application/problem+json; charset=utf-8')
    return new Response(JSON.stringify({ type: 'about:blank', title: detail, status, code }), { status, headers })
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(page(c.get('locale') ?? 'id', detail, c.get('requestId')), { status, headers })
}

function page(locale: string, detail: string, requestId: string): string {
  const back = locale === 'id' ? 'Kembali ke beranda' : 'Back to the front page'
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${detail}</title></head>
<body><main><h1>${detail}</h1><p><a href="/">${back}</a></p><p><small>${requestId}</small></p></main></body></html>
`
}
