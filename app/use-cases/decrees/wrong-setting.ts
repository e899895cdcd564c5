import { type AppRefusal, refuse } from '#app/result.ts'
import { limits } from '#engine'
import { type Wrong, wrongText } from './publication-input.ts'
import type { PublishInput } from './publish.server.ts'

/** More lampiran than this are printed by no decree seen; roman numerals of the papers end later. */
export const mostStandards = 40

/** What is wrong with a choice of standards, whatever they are. */
export function wrongSetting({
  standards,
  about,
  amends,
  revokes = [],
}: PublishInput): { ok: false; refusal: AppRefusal } | null {
  const errors: Wrong[] = []
  const slugs = standards.map(({ slug }) => slug)
  if (slugs.length === 0) errors.push({ path: 'standards', code: 'none-chosen' })
  if (slugs.length > mostStandards) errors.push({ path: 'standards', code: 'too-many', params: { max: mostStandards } })
  if (new Set(slugs).size < slugs.length) errors.push({ path: 'standards', code: 'duplicate' })
  if (about !== undefined) errors.push(...wrongText('about', about, limits.sentence))
  if (amends?.reason && amends.reason.length > limits.sentence)
    errors.push({ path: 'reason', code: 'too-long', params: { max: limits.sentence } })
  if (new Set(revokes).size < revokes.length || (amends && revokes.length > 0))
    errors.push({ path: 'revokes', code: 'duplicate' })
  return errors.length > 0 ? refuse({ code: 'invalid', errors }) : null
}
