import type { Ports } from '#app/ports.ts'
import { catalogueStamp, registerStamp, standardStamp } from '#db/stores/public-stamps.ts'
import { decreeId, slug } from './address.ts'

/**
 * A text that changes whenever the public page at `path` would, from one statement; null when the page is not to be kept
 * (unknown, with a query, or not one of the reading pages). Language, theme and visitor are the cache's own business.
 */
export async function pageStamp(path: string, { db }: Ports): Promise<string | null> {
  if (path === '/') return catalogueStamp(db, null)
  if (path === '/sk') return registerStamp(db, null, null)
  if (path === '/skema/standar-1.json' || path === '/robots.txt') return 'fixed'
  if (path === '/perubahan.atom') return catalogueStamp(db, null)
  if (path === '/sitemap.xml') return registerStamp(db, null, null)
  const [, area, agency = '', name = '', ...rest] = path.split('/')
  if (!slug.test(agency)) return null
  if (area === 'standar' && rest.length === 0 && ofAgency.has(name)) return catalogueStamp(db, agency)
  if (area === 'standar') {
    const standard = standardIn(name, rest.join('/'))
    return standard === null ? null : standardStamp(db, agency, standard)
  }
  if (area === 'sk' && decreeId.test(name) && rest.length === 0) return registerStamp(db, agency, name)
  return null
}

/** The page of an agency, and the files made of all its standards. */
const ofAgency = new Set(['', 'sippn.xlsx', 'sippn.csv', 'perubahan.atom', 'katalog.jsonld'])
const pages =
  /^(v\/\d{1,6})?\/?((lembar|komponen|sop|sk|maklumat)\.pdf|cpsv\.jsonld|perubahan\.atom|komponen|sop|sk|maklumat|riwayat)?$/
const data = /^v\/\d{1,6}\.json$/

/** The slug of the standard that a path names: a page or a file below it, or the standard itself as data. */
function standardIn(name: string, rest: string): string | null {
  const [own = '', ending] = rest === '' ? name.split('.') : [name]
  if (!slug.test(own) || (ending !== undefined && ending !== 'json')) return null
  return rest === '' || pages.test(rest) || data.test(rest) ? own : null
}
