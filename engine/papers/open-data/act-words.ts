import { printDate } from '../../calendar/index.ts'
import type { CivilDate } from '../../instant.ts'

/** What happened to a public version, as the feed of changes tells it. */
export type PublicAct = {
  /** `published` begins its force; a version that was set for a later day was `set` before. */
  kind: 'set' | 'published' | 'superseded' | 'revoked' | 'cancelled'
  version: number
  title: string
  agencyName: string
  /** It was told already that the version is set. */
  announced: boolean
  decree: { number: string; signedOn: CivilDate; effectiveOn: CivilDate } | null
  /** The act that took its place, or ended it. */
  by: { number: string; signedOn: CivilDate } | null
}

const heads = {
  set: 'Ditetapkan',
  published: 'Ditetapkan',
  superseded: 'Diganti',
  revoked: 'Dicabut',
  cancelled: 'Dibatalkan',
} as const

/** The act as a headline and a sentence. Indonesian, as the papers. */
export function actWords(act: PublicAct): { headline: string; sentence: string } {
  const { kind, title, version, announced } = act
  const head = kind === 'published' && announced ? 'Mulai berlaku' : heads[kind]
  return { headline: `${head}: ${title} (versi ${version})`, sentence: sentenceOf(act) }
}

function sentenceOf({ kind, title, version, agencyName, announced, decree, by }: PublicAct): string {
  const subject = `Standar ${title} versi ${version} (${agencyName})`
  if (kind === 'published' && announced) return `${subject} mulai berlaku${onDay(decree?.effectiveOn)}.`
  if (kind === 'set' || kind === 'published') {
    return `${subject} ditetapkan${actOf(decree)}${decree ? ` dan berlaku sejak ${printDate(decree.effectiveOn, 'id')}` : ''}.`
  }
  return `${subject} ${heads[kind].toLowerCase()}${actOf(by)}.`
}

const onDay = (day: CivilDate | undefined) => (day ? ` pada ${printDate(day, 'id')}` : '')
const actOf = (act: { number: string; signedOn: CivilDate } | null) =>
  act ? ` dengan SK Nomor ${act.number} tanggal ${printDate(act.signedOn, 'id')}` : ''
