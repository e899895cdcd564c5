import type { Ports } from '#app/ports.ts'
import { type ListedStandard, listStandards, searchStandards } from '#db/stores/public-read.ts'

export type AgencyGroup = { agencyId: string; agencyName: string; government: string; standards: ListedStandard[] }
export type CatalogueView = {
  /** What was looked for; null when nothing was. */
  query: string | null
  groups: AgencyGroup[]
  count: number
  /** More were found than are shown. */
  more: boolean
}

const mostListed = 300
const longestQuery = 200

/** The standards that the public may read, all or those that answer a search, grouped by agency. */
export async function readCatalogue(input: { query: string | null }, { db }: Ports): Promise<CatalogueView> {
  const words = (input.query ?? '').normalize('NFKC').replace(/\p{C}/gu, ' ').trim().slice(0, longestQuery)
  const prefix = prefixQuery(words)
  const found = prefix
    ? await searchStandards(db, words, prefix, mostListed + 1)
    : words === ''
      ? await listStandards(db, null, mostListed + 1)
      : []
  const shown = found.slice(0, mostListed)
  return { query: words === '' ? null : words, groups: byAgency(shown), count: shown.length, more: found.length > mostListed }
}

/** Groups in the order in which their first standard came. */
function byAgency(standards: readonly ListedStandard[]): AgencyGroup[] {
  const groups = new Map<string, AgencyGroup>()
  for (const standard of standards) {
    const { agencyId, agencyName, government } = standard
    const group = groups.get(agencyId) ?? { agencyId, agencyName, government, standards: [] }
    group.standards.push(standard)
    groups.set(agencyId, group)
  }
  return [...groups.values()]
}

/** The words as a prefix query for PostgreSQL; letters and digits alone, so that nothing typed is read as an operator. */
function prefixQuery(words: string): string {
  const found = words.toLocaleLowerCase('id').match(/[\p{L}\p{N}]+/gu) ?? []
  return found
    .slice(0, 12)
    .map((word) => `${word}:*`)
    .join(' & ')
}
