import type {} from '@remix-run/node'
import type { Locale } from '#app/i18n/locale.ts'
import type { Visitor } from './actor.ts'
import type { Ports } from './ports.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    ports: Ports
    nonce: string
    locale: Locale
    /** Null follows the reader's system. */
    theme: 'light' | 'dark' | null
    /** Who asks; read from the database once per request. */
    visitor(): Promise<Visitor>
    requestId: string
    /** For limits on how often; past the proxies that are trusted. */
    clientAddress: string
  }
  interface Future {
    v3_singleFetch: true
  }
}
