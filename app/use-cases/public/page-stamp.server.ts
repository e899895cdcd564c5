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
  const [, area, agency = '', name = '', ...rest] = path.split('/')
  if (!slug.test(agency)) return null
  if (area === 'standar' && name === '' && rest.length === 0) return catalogueStamp(db, agency)
  if (
    area === 'standar' &&
    slug.test(name) &&
    /^(v\/\d{1,6})?\/?((lembar|komponen|sop|sk|maklumat)\.pdf|komponen|sop|sk|maklumat|riwayat)?$/.test(rest.join('/'))
  ) {
    return standardStamp(db, agency, name)
  }
  if (area === 'sk' && decreeId.test(name) && rest.length === 0) return registerStamp(db, agency, name)
  return null
}
