import type { MiddlewareHandler } from 'hono'
import type { Ports } from '#app/ports.ts'
import { countRate } from '#app/rates.server.ts'
import { isMultipart } from './body-limit.ts'
import type { ServerEnv } from './env.ts'
import { plainAnswer } from './plain-answer.ts'

const words = {
  id: {
    title: 'Anda perlu masuk lagi sebelum isian ini dikirim',
    kept: 'Isian Anda belum terkirim dan masih ada di halaman ini; jangan tutup halaman ini.',
    first: '1. Masuk di tab lain:',
    signIn: 'buka halaman masuk',
    after: '2. Kembali ke tab ini, lalu kirim lagi.',
    files: 'Berkas perlu dipilih lagi:',
    send: 'Kirim lagi',
  },
  en: {
    title: 'You need to sign in again before this form is sent',
    kept: 'What you entered has not been sent and is still on this page; do not close it.',
    first: '1. Sign in in another tab:',
    signIn: 'open the sign-in page',
    after: '2. Come back to this tab and send it again.',
    files: 'Files have to be chosen again:',
    send: 'Send again',
  },
} as const

/**
 * A session may end while a step is being filled in. Whoever sends the step then is nobody, so nothing of the task is read
 * or shown: what was sent comes back as it came, to be sent again after signing in.
 */
export function heldForm(ports: Ports): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    if (c.req.method !== 'POST' || !/^\/kerja\/(tugas|mulai)\/[^/.]+\/[^/.]+$/.test(c.req.path)) return next()
    if ((await c.get('visitor')()).kind === 'person') return next()
    const multipart = isMultipart(c.req.header('Content-Type') ?? null)
    if (multipart) {
      const wait = await countRate(ports, 'attached', c.get('clientAddress'))
      if (wait !== null) return plainAnswer(c, 429, 'too-often', wait)
    }
    const form = await c.req.raw.formData().catch((error: unknown) => {
      if (error instanceof TypeError) return null
      throw error
    })
    if (form === null) return plainAnswer(c, 400, 'unreadable')
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
    return new Response(page(form, multipart, c.get('locale')), { status: 401, headers })
  }
}

function page(form: FormData, multipart: boolean, locale: keyof typeof words): string {
  const say = words[locale]
  const hidden: string[] = []
  const files: string[] = []
  for (const [name, value] of form) {
    if (typeof value === 'string') hidden.push(`<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    else if (value.size > 0)
      files.push(`<p><label>${escaped(value.name)} <input type="file" name="${escaped(name)}" required></label></p>`)
  }
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say.title}</title></head>
<body><main><h1>${say.title}</h1><p>${say.kept}</p>
<p>${say.first} <a href="/masuk" target="_blank" rel="noopener">${say.signIn}</a></p><p>${say.after}</p>
<form method="post"${multipart ? ' enctype="multipart/form-data"' : ''}>
${hidden.join('\n')}
${files.length > 0 ? `<p>${say.files}</p>\n${files.join('\n')}` : ''}
<p><button type="submit">${say.send}</button></p></form></main></body></html>
`
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
}
const escaped = (text: string) => text.replace(/[&<>"'\r]/g, (mark) => marks[mark] ?? mark)
