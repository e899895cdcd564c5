import { z } from 'zod'
import type { formatter } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { ComparedText } from '#app/use-cases/definitions/compare-versions.server.ts'
import type { TextOf } from '#app/use-cases/definitions/restore-text.server.ts'
import { versionNumber } from './place.server.ts'

/** A text of a standard in an address or a form: the number of a version, or the id of a kept text. */
export function textNamed(written: string | null): TextOf | undefined {
  const version = versionNumber(written)
  if (version !== undefined) return { version }
  const snapshot = z.uuid().safeParse(written)
  return snapshot.success ? { snapshot: snapshot.data } : undefined
}

/** What a text is called in a sentence. */
export function textName({ number, kept }: ComparedText, t: Translate, format: ReturnType<typeof formatter>): string {
  if (kept === null) return t('versions.name.version', { number })
  if (kept.name !== null) return t('versions.name.named', { name: kept.name })
  return t('versions.name.kept', { at: format.dateTime(kept.at) })
}
