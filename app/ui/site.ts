import { useRouteLoaderData } from '@remix-run/react'
import { defaultLocale, isLocale, type Locale } from '#app/i18n/locale.ts'

/** What every page knows of the site and its reader. */
export type Site = {
  locale: Locale
  theme: 'light' | 'dark' | null
  demo: boolean
  embedded: boolean
  requestId: string | null
  nonce: string
  /** Where people know the site, without a slash at its end. */
  origin: string
}

const unknown: Site = { locale: defaultLocale, theme: null, demo: false, embedded: false, requestId: null, nonce: '', origin: '' }

/** Also on pages that say that something failed, where the root may have nothing to tell. */
export const useSite = (): Site => useRouteLoaderData<Site>('root') ?? unknown

type Matches = readonly ({ id: string; data?: unknown } | undefined)[]

/** The reader's language in a route's `meta`, where hooks do not reach. */
export function localeOfMatches(matches: Matches): Locale {
  const locale = ofRoot(matches, 'locale')
  return isLocale(locale) ? locale : defaultLocale
}

/** The site's own address, likewise. */
export const originOfMatches = (matches: Matches): string => String(ofRoot(matches, 'origin') ?? '')

function ofRoot(matches: Matches, name: keyof Site): unknown {
  const data = matches.find((match) => match?.id === 'root')?.data
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : null
}
