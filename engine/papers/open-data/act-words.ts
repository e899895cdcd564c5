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
  by: { number: string; signedOn: CivilDate | null } | null
  /** Of typing errors that were mended under the same decree (ralat): the version before, or the one after. */
  corrected: { from: number; to: number } | null
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
  const { title, version } = act
  return { headline: `${headOf(act)}: ${title} (versi ${version})`, sentence: sentenceOf(act) }
}

function headOf({ kind, announced, corrected }: PublicAct): string {
  if (corrected) return 'Diralat'
  return kind === 'published' && announced ? 'Mulai berlaku' : heads[kind]
}

function sentenceOf({ kind, title, version, agencyName, announced, decree, by, corrected }: PublicAct): string {
  const subject = `Standar ${title} versi ${version} (${agencyName})`
  if (corrected) {
    const what =
      corrected.to === version ? `meralat versi ${corrected.from}` : `diralat; yang dibaca sekarang versi ${corrected.to}`
    return `${subject} ${what}${decree ? `, di bawah SK Nomor ${decree.number} tanggal ${printDate(decree.signedOn, 'id')}` : ''}.`
  }
  if (kind === 'published' && announced) return `${subject} mulai berlaku${onDay(decree?.effectiveOn)}.`
  if (kind === 'set' || kind === 'published') {
    return `${subject} ditetapkan${actOf(decree)}${decree ? ` dan ${kind === 'set' ? 'mulai berlaku pada' : 'berlaku sejak'} ${printDate(decree.effectiveOn, 'id')}` : ''}.`
  }
  return `${subject} ${heads[kind].toLowerCase()}${actOf(by)}.`
}

const onDay = (day: CivilDate | undefined) => (day ? ` pada ${printDate(day, 'id')}` : '')
const actOf = (act: { number: string; signedOn: CivilDate | null } | null) =>
  act ? ` dengan SK Nomor ${act.number}${act.signedOn ? ` tanggal ${printDate(act.signedOn, 'id')}` : ''}` : ''
