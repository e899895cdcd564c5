import type { LoaderFunctionArgs } from '@remix-run/node'
import { type FeedEntry, type FeedView, readFeed } from '#app/use-cases/public/read-feed.server.ts'
import { actWords } from '#engine'
import { dataAnswer } from './data-answer.ts'
import { orNotFound } from './reading.server.ts'
import { type Xml, xml, xmlDocument } from './xml.ts'

/** What happened to standards, as an Atom feed (RFC 4287): of all, of one agency, or of one standard. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = orNotFound(await readFeed({ agency: params.agency, slug: params.slug }, context.ports))
  return dataAnswer(xmlDocument(feedOf(view, context.ports.settings.origin)), {
    type: 'application/atom+xml; charset=utf-8',
    file: 'perubahan.atom',
  })
}

const moment = (at: number) => new Date(at).toISOString()
/** Sentences of one entry; the page of the changes has all. */
const mostTold = 60

function feedOf({ agencyId, slug, names, entries }: FeedView, origin: string): Xml {
  const home = ['/standar', agencyId, slug].filter((part) => part !== null).join('/')
  const self = `${origin}${agencyId === null ? '' : home}/perubahan.atom`
  const page = agencyId === null ? `${origin}/` : origin + home
  return xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'id' },
    xml('id', {}, self),
    xml('title', {}, ['Perubahan standar', ...names].join(' · ')),
    xml('updated', {}, moment(entries[0]?.at ?? 0)),
    xml('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    xml('link', { rel: 'alternate', type: 'text/html', href: page }),
    xml('generator', {}, 'Baku'),
    ...entries.map((entry) => entryOf(entry, origin)),
  )
}

/** The id is that of the act in the record, so that it stays when the site moves. */
function entryOf(entry: FeedEntry, origin: string): Xml {
  const { id, agencyId, agencyName, slug, number, before, at } = entry
  const home = `${origin}/standar/${agencyId}/${slug}`
  const { headline, sentence } = actWords({ ...entry, version: number })
  const changes = before === null ? [] : [xml('link', { rel: 'related', type: 'text/html', href: `${home}/riwayat/${number}` })]
  return xml(
    'entry',
    {},
    xml('id', {}, `urn:uuid:${id}`),
    xml('title', {}, headline),
    xml('published', {}, moment(at)),
    xml('updated', {}, moment(at)),
    xml('author', {}, xml('name', {}, agencyName), xml('uri', {}, `${origin}/standar/${agencyId}`)),
    xml('link', { rel: 'alternate', type: 'text/html', href: `${home}/v/${number}` }),
    ...changes,
    xml('category', { term: entry.kind }),
    xml('summary', {}, sentence),
    contentOf(sentence, entry),
  )
}

function contentOf(sentence: string, { changes, before }: FeedEntry): Xml {
  const told = changes.slice(0, mostTold)
  const more = changes.length - told.length
  const lines = [...told, ...(more > 0 ? [`dan ${more} perubahan lain.`] : [])]
  const list =
    before === null
      ? []
      : [xml('p', {}, `Yang berubah dari versi ${before}:`), xml('ul', {}, ...lines.map((line) => xml('li', {}, line)))]
  const same = before !== null && changes.length === 0 ? [xml('p', {}, `Isinya sama dengan versi ${before}.`)] : list
  return xml('content', { type: 'xhtml' }, xml('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, xml('p', {}, sentence), ...same))
}
