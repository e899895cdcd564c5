import type { Ports } from '#app/ports.ts'
import { countPlaces, listPlaces, type SitePlace } from '#db/stores/public-open-data.ts'

/** Places in one file; what the protocol of sitemaps allows, the fixed pages of the site included. */
const mostInFile = 49_990

export type PlacesView = { kind: 'index'; files: number } | { kind: 'places'; places: SitePlace[] }

/** The addresses of the site for search engines; where they are too many for one file, how many files there are. */
export async function readPlaces(
  { page, perFile = mostInFile }: { page: string | null; perFile?: number },
  { db }: Ports,
): Promise<PlacesView | null> {
  const files = Math.max(1, Math.ceil((await countPlaces(db)) / perFile))
  if (page === null && files > 1) return { kind: 'index', files }
  const number = page === null ? 1 : /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 0
  if (number < 1 || number > files) return null
  return { kind: 'places', places: await listPlaces(db, perFile, (number - 1) * perFile) }
}
