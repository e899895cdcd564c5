import { createContext, type ReactNode, useContext } from 'react'
import { type Format, formatter } from './format.ts'
import { defaultLocale, type Locale } from './locale.ts'
import { type Translate, translator } from './translator.ts'

const LocaleContext = createContext<Locale>(defaultLocale)

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export const useLocale = (): Locale => useContext(LocaleContext)
export const useT = (): Translate => translator(useLocale())

/** Dates and numbers in the reader's language and the agency's zone. */
export const useFormat = (zone?: string): Format => formatter(useLocale(), zone)
