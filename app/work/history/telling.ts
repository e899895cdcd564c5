import type { Format } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import type { Definition, Event } from '#engine'

export type Past = readonly { revision: number; event: Event }[]

/** What the sentences of a history are made with. */
export type Telling = {
  history: Past
  /** The version that held for what is told. */
  definition: Definition
  office: Pick<Office, 'zone' | 'people' | 'positions' | 'standards'>
  locale: Locale
}

export type Words = Telling & { t: Translate; format: Format }

/** One sentence of the history, with what was said beside it. */
export type Told = { title: string; body?: string | null; problem?: boolean } | null

export const lines = (...parts: readonly (string | null | undefined | false)[]): string | null =>
  parts.filter(Boolean).join('\n') || null
