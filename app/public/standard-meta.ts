import type { MetaDescriptor } from '@remix-run/node'
import { originOfMatches } from '#app/ui/site.ts'
import { fileHref, type PaperName, paperHref, type StandardHead } from './standard-head.ts'

type Matches = Parameters<typeof originOfMatches>[0]
type Link = { rel: string; href: string; type?: string; title?: string }

/**
 * What the head of a page says of a standard: the one address to know it by, and where the same is as data. The page of a
 * version is known by itself, and by the address of the standard while it is the one in force.
 */
export function standardLinks(head: StandardHead, paper: PaperName | null, matches: Matches, own?: string): MetaDescriptor[] {
  const origin = originOfMatches(matches)
  const lasting = head.version === head.inForce ? { ...head, base: head.home } : head
  const pdf = paper && fileHref(lasting, paper, 'pdf')
  const links: Link[] = [
    { rel: 'canonical', href: own ?? (paper ? paperHref(lasting, paper) : lasting.base) },
    { rel: 'alternate', type: 'application/json', href: `${head.base}.json` },
    ...(isService(head) ? [{ rel: 'alternate', type: 'application/ld+json', href: `${head.base}/cpsv.jsonld` }] : []),
    ...(pdf ? [{ rel: 'alternate', type: 'application/pdf', href: pdf }] : []),
    { rel: 'alternate', type: 'application/atom+xml', href: `${head.home}/perubahan.atom`, title: head.title },
  ]
  return links.map(({ href, ...link }) => ({ tagName: 'link', ...link, href: origin + href }))
}

/** A page that lists standards, and the feed of what happens to them. */
export function pageAndFeed(path: string, title: string, matches: Matches): MetaDescriptor[] {
  const origin = originOfMatches(matches)
  return [
    { tagName: 'link', rel: 'canonical', href: `${origin}${path || '/'}` },
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', title, href: `${origin}${path}/perubahan.atom` },
  ]
}

/** Only a service has a sheet. */
export const isService = ({ tabs }: StandardHead): boolean => tabs.includes('sheet')
