import type { LoaderFunctionArgs } from '@remix-run/node'
import { type PlacesView, readPlaces } from '#app/use-cases/public/read-places.server.ts'
import { dataAnswer } from './data-answer.ts'
import { type Xml, xml, xmlDocument } from './xml.ts'

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const fixed = ['/', '/sk', '/cek', '/lacak', '/bantuan', '/bantuan/aturan']

/** The addresses of the site for search engines; an index of such lists where one would be too long. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = new URL(request.url).searchParams.get('hal')
  const view = await readPlaces({ page }, context.ports)
  if (view === null) throw new Response(null, { status: 404 })
  return dataAnswer(xmlDocument(sitemapOf(view, context.ports.settings.origin, page)), {
    type: 'application/xml; charset=utf-8',
    file: 'sitemap.xml',
  })
}

export function sitemapOf(view: PlacesView, origin: string, page: string | null): Xml {
  if (view.kind === 'index') {
    const files = Array.from({ length: view.files }, (_, n) => `${origin}/sitemap.xml?hal=${n + 1}`)
    return xml('sitemapindex', { xmlns }, ...files.map((href) => xml('sitemap', {}, xml('loc', {}, href))))
  }
  const first = page === null || page === '1' ? fixed.map((path) => ({ path, changedAt: null })) : []
  const places = [...first, ...view.places].map(({ path, changedAt }) =>
    xml(
      'url',
      {},
      xml('loc', {}, origin + path),
      ...(changedAt === null ? [] : [xml('lastmod', {}, new Date(changedAt).toISOString())]),
    ),
  )
  return xml('urlset', { xmlns }, ...places)
}
