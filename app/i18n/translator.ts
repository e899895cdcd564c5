import { createInstance } from 'i18next'
import { catalogues, type Placeholders, type TranslationKey } from './catalogue.ts'
import { type Locale, locales } from './locale.ts'

export type Params = Readonly<Record<string, string | number>>
type Args<K extends TranslationKey> = [Placeholders<K>] extends [never]
  ? [params?: Params]
  : [params: Readonly<Record<Placeholders<K>, string | number>> & Params]

/** Gives the words of a key; the key and what it asks to be filled in are checked by the compiler. */
export type Translate = <K extends TranslationKey>(key: K, ...args: Args<K>) => string

function build(locale: Locale): Translate {
  const i18n = createInstance({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    showSupportNotice: false,
    // React escapes what it draws; escaping here would show entities to people.
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: Object.assign({}, ...catalogues.map((catalogue) => catalogue[locale])) } },
  })
  i18n.init()
  return (key, ...args) => i18n.t(key, { ...args[0] })
}

const translators = Object.fromEntries(locales.map((locale) => [locale, build(locale)])) as Record<Locale, Translate>

/** The words in one language. There is no current language of the process: each request names its own. */
export const translator = (locale: Locale): Translate => translators[locale]
