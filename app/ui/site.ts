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
}

const unknown: Site = { locale: defaultLocale, theme: null, demo: false, embedded: false, requestId: null, nonce: '' }

/** Also on pages that say that something failed, where the root may have nothing to tell. */
export const useSite = (): Site => useRouteLoaderData<Site>('root') ?? unknown

type Match = { id: string; data?: unknown }

/** The reader's language in a route's `meta`, where hooks do not reach. */
export function localeOfMatches(matches: readonly (Match | undefined)[]): Locale {
  const data = matches.find((match) => match?.id === 'root')?.data
  const locale = typeof data === 'object' && data !== null && 'locale' in data ? data.locale : null
  return isLocale(locale) ? locale : defaultLocale
}
