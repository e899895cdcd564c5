export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

/** What a reader sees who never chose. */
export const defaultLocale: Locale = 'id'

export const isLocale = (value: unknown): value is Locale => value === 'id' || value === 'en'
