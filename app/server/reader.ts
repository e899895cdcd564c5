import type { Locale } from '#app/i18n/locale.ts'

/** Cookies of a request; the first one where a name was sent twice. */
export function cookiesOf(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const cut = part.indexOf('=')
    const name = part.slice(0, cut).trim()
    if (cut > 0 && !cookies.has(name)) cookies.set(name, part.slice(cut + 1).trim())
  }
  return cookies
}

const isLocale = (text: string | undefined): text is Locale => text === 'id' || text === 'en'

/** The reader's choice, else the first language of the browser that we speak, else Indonesian. */
export function localeOf(cookies: ReadonlyMap<string, string>, acceptLanguage: string | null): Locale {
  const chosen = cookies.get('lang')
  if (isLocale(chosen)) return chosen
  const wished = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((entry, place) => {
      const [tag = '', ...rest] = entry.trim().toLowerCase().split(';')
      const weight = Number(
        rest
          .find((part) => part.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { language: tag.split('-')[0] === 'in' ? 'id' : tag.split('-')[0], weight, place }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ language }) => language)
  return wished.find(isLocale) ?? 'id'
}

export function themeOf(cookies: ReadonlyMap<string, string>): 'light' | 'dark' | null {
  const theme = cookies.get('theme')
  return theme === 'light' || theme === 'dark' ? theme : null
}
