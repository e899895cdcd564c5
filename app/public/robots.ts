import type { LoaderFunctionArgs } from '@remix-run/node'
import { dataAnswer } from './data-answer.ts'

/** Work, accounts and the requests of applicants are nothing for search engines; a demonstration is nothing at all. */
const closed = ['/kerja', '/susun', '/kelola', '/berkas', '/akun', '/masuk', '/undangan', '/demo', '/lacak/', '/ajukan/', '/api/']

export function loader({ context }: LoaderFunctionArgs) {
  const { origin, demo } = context.ports.settings
  const lines = demo
    ? ['User-agent: *', 'Disallow: /']
    : ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`]
  return dataAnswer(`${lines.join('\n')}\n`, { type: 'text/plain; charset=utf-8', file: 'robots.txt' })
}
