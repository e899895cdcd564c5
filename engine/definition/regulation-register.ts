import { type Citing, citationsIn, regulationKey } from './citations.ts'
import type { Regulation } from './components.ts'
import { changesOf, citedNumber, type ReplacedRegulation } from './regulations.ts'

/** A version of a standard, as far as it cites regulations. */
export type CitingVersion = Citing & { slug: string; number: number; status: string; title: string }

/** Where a regulation is cited. */
export type CitedIn = Pick<CitingVersion, 'slug' | 'number' | 'status' | 'title'> & {
  components: readonly ('legalBasis' | 'sop' | 'decree')[]
}

/** One regulation of an agency: its words, where it is cited, and what others did to it. */
export type RegisterEntry<Change extends ReplacedRegulation = ReplacedRegulation> = {
  key: string
  text: string
  /** Without a number nothing can be recorded of it. */
  cited: Pick<Regulation, 'text' | 'number' | 'year'>
  isNumbered: boolean
  in: readonly CitedIn[]
  changes: readonly Change[]
}

/** Every regulation that the versions cite, each once, by its words; what is known of each stands with it. */
export function registerOf<Change extends ReplacedRegulation>(
  versions: readonly CitingVersion[],
  known: readonly Change[],
): RegisterEntry<Change>[] {
  const entries = new Map<string, { cited: RegisterEntry['cited']; in: CitedIn[] }>()
  for (const version of versions) {
    const { slug, number, status, title } = version
    for (const { cited, component } of citationsIn(version)) {
      const key = regulationKey(cited)
      const entry = entries.get(key) ?? { cited, in: [] }
      const place = entry.in.find((one) => one.slug === slug && one.number === number)
      const components = [...new Set([...(place?.components ?? []), component])]
      const others = entry.in.filter((one) => one !== place)
      entries.set(key, { cited: entry.cited, in: [...others, { slug, number, status, title, components }] })
    }
  }
  return [...entries]
    .map(([key, { cited, in: places }]) => ({
      key,
      text: plainCitation(cited.text),
      cited,
      isNumbered: citedNumber(cited) !== null,
      in: places,
      changes: changesOf(cited, known) as Change[],
    }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'id'))
}

/** A citation as one would offer it to be cited again: without what a list puts before or behind it. */
export const plainCitation = (text: string): string =>
  text
    .replace(/^\s*(?:\d+[.)]|[a-z][.)])\s+/, '')
    .replace(/[\s;.,]+$/, '')
    .trim()
