import type { HttpBindings } from '@hono/node-server'
import type { Visitor } from '#app/actor.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** What the server's own layers hand to each other, and to the JSON interface, about one request. */
export type ServerEnv = {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    nonce: string
    locale: Locale
    theme: 'light' | 'dark' | null
    clientAddress: string
    /** Read from the database once per request, and only when somebody asks. */
    visitor(): Promise<Visitor>
  }
}
