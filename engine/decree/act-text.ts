import { printDate } from '../calendar/index.ts'
import type { DecreeText } from '../definition/components.ts'
import { limits } from '../definition/limits.ts'
import type { CivilDate } from '../instant.ts'
import { dictumOrdinal, romanNumeral } from '../papers/ordinals.ts'

/** A decree as another one names it. */
export type NamedAct = { number: string; about: string; signedOn: CivilDate; office: string | null }

/** One standard of a decree: its name, the words its definition brings for the decree, and the lampiran it is. */
export type SetStandard = {
  title: string
  decree: DecreeText | null
  place: number
  /** Rules it rests on, recalled where its definition has no words for a decree. */
  basis: readonly string[]
}

type Days = { signedOn: CivilDate; effectiveOn: CivilDate }

/** "Keputusan Kepala Dinas X Nomor 7 Tahun 2026 tentang Standar Y". */
export const actName = ({ number, about, office }: NamedAct): string =>
  ['Keputusan', office, 'Nomor', number, 'tentang', about].filter(Boolean).join(' ')

/** What a decree of several standards is about, unless its signatory writes something else. */
export function aboutOf(standards: readonly SetStandard[]): string {
  const own = new Set(standards.map(({ decree, title }) => decree?.about ?? title))
  const [only] = own
  if (own.size === 1 && only !== undefined) return only
  const names = standards.map(({ title }) => title.replace(/^standar pelayanan\s+/i, ''))
  const all = `Standar Pelayanan ${listed(names)}`
  return all.length <= longestAbout ? all : `${standards.length} Standar Pelayanan`
}

/** What an act about another is about; `times` counts the amendments, this one among them. */
export const aboutOfAct = {
  amend: (target: NamedAct, times: number): string => {
    const which = times > 1 ? ` ${capital(dictumOrdinal(times))}` : ''
    return within(`Perubahan${which} atas ${actName(target)}`)
  },
  revoke: (target: NamedAct, standards: readonly { title: string }[] | null): string =>
    within(`Pencabutan ${standards === null ? '' : `${listed(standards.map(({ title }) => title))} dalam `}${actName(target)}`),
  cancel: (target: NamedAct): string => within(`Pembatalan ${actName(target)}`),
} as const

/**
 * The words of a setting decree where they are not simply those of its one standard: those of all its standards without
 * what they repeat, the lampiran of each, what it revokes, and the day of its force. Null when its standard's own words serve.
 */
export function settingText(
  standards: readonly SetStandard[],
  { about, revokes, ...days }: Days & { about: string; revokes: readonly NamedAct[] },
): DecreeText | null {
  const [first] = standards
  const single = standards.length === 1
  if (single && !first?.decree) return null
  if (single && revokes.length === 0 && about === first?.decree?.about && days.signedOn === days.effectiveOn) return null
  const texts = standards.flatMap(({ decree }) => decree ?? [])
  const setting = single ? (first?.decree?.dictums ?? []).slice(0, 1) : [lampiranDictum(standards)]
  const rest = distinct(texts.flatMap(({ dictums }) => dictums.slice(1)))
  const dictums = dated([...setting, ...beforeForce(rest, revokes.map(revoked))], days)
  return { ...joined(standards, about), dictums }
}

/** The words of a decree that amends another: which of its lampiran read how from now on, and that the rest stays. */
export function amendingText(
  standards: readonly (SetStandard & { amends: number })[],
  target: NamedAct,
  { about, reason, ...days }: Days & { about: string; reason: string | null },
): DecreeText {
  const single = standards.length === 1
  const changes = standards.map(({ amends, place }) => {
    const own = single ? 'Lampiran' : `Lampiran ${romanNumeral(place)}`
    return `Lampiran ${romanNumeral(amends)} ${actName(target)} diubah sehingga berbunyi sebagaimana tercantum dalam ${own} yang merupakan bagian tidak terpisahkan dari Keputusan ini.`
  })
  const rest = `Ketentuan lain dalam ${actName(target)} dinyatakan tetap berlaku.`
  const own = joined(standards, about)
  return {
    ...own,
    considering: reason ? grounds(reason, about) : own.considering,
    dictums: [...changes.map(within), within(rest), inForce(days)],
  }
}

/** The words of a decree that ends another, or some of its standards, on the ground that is given. */
export function endingText(
  kind: 'revoke' | 'cancel',
  targets: readonly (NamedAct & { standards: readonly { title: string; place: number }[] | null })[],
  {
    about,
    reason,
    recalling,
    copies,
    ...days
  }: Days & { about: string; reason: string; recalling: readonly string[]; copies: readonly string[] },
): DecreeText {
  const ends = targets.map(({ standards, ...target }) => {
    const what =
      standards === null ? '' : `${listed(standards.map(({ title, place }) => `Lampiran ${romanNumeral(place)} (${title})`))} `
    return within(`${what}${actName(target)} ${kind === 'revoke' ? 'dicabut' : 'dibatalkan'} dan dinyatakan tidak berlaku.`)
  })
  const running = 'Permohonan yang sudah diterima diselesaikan menurut standar yang berlaku ketika permohonan itu diterima.'
  return {
    about,
    considering: grounds(reason, about),
    recalling: [...recalling],
    dictums: [...ends, running, inForce(days)],
    copies: [...copies],
  }
}

const longestAbout = 240

/** The last letter refers to the one before, as considerans do. */
function grounds(reason: string, about: string): string[] {
  const words = reason
    .trim()
    .replace(/^bahwa\s+/i, '')
    .replace(/[.;]+$/, '')
  return [
    clause(`bahwa ${words}`),
    clause(`bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan tentang ${about}`),
  ]
}

function lampiranDictum(standards: readonly SetStandard[]): string {
  const last = romanNumeral(standards.length)
  const each = standards.map(({ title, place }) => `Lampiran ${romanNumeral(place)}: ${title}`).join('; ')
  return within(
    `Menetapkan standar sebagaimana tercantum dalam Lampiran I sampai dengan Lampiran ${last} yang merupakan bagian tidak terpisahkan dari Keputusan ini, yaitu ${each}.`,
  )
}

const revoked = (target: NamedAct): string =>
  within(`Pada saat Keputusan ini mulai berlaku, ${actName(target)} dicabut dan dinyatakan tidak berlaku.`)

const forceWords = /mulai berlaku (?:pada|sejak) tanggal (?:ditetapkan|penetapan)/i
const inForce = ({ signedOn, effectiveOn }: Days): string =>
  `Keputusan ini mulai berlaku pada tanggal ${effectiveOn === signedOn ? 'ditetapkan' : printDate(effectiveOn, 'id')}.`

/** The sentence about the beginning of force stands last, where it stands alone. */
function beforeForce(dictums: readonly string[], added: readonly string[]): string[] {
  const at = dictums.findIndex((words) => forceWords.test(words))
  return at < 0 ? [...dictums, ...added] : [...dictums.slice(0, at), ...added, ...dictums.slice(at)]
}

/** No decree says that it is in force from its signing when it is not. */
function dated(dictums: readonly string[], days: Days): string[] {
  if (!dictums.some((words) => forceWords.test(words))) return [...dictums, inForce(days)]
  if (days.effectiveOn === days.signedOn) return [...dictums]
  return dictums.map((words) => words.replace(forceWords, `mulai berlaku pada tanggal ${printDate(days.effectiveOn, 'id')}`))
}

function joined(standards: readonly SetStandard[], about: string): DecreeText {
  const texts = standards.flatMap(({ decree }) => decree ?? [])
  const considering = distinct(texts.flatMap((text) => text.considering))
  const place = texts.find((text) => text.place)?.place
  return {
    about,
    considering: considering.length > 0 ? considering : [clause(`${certain} ${about}`)],
    recalling: distinct(standards.flatMap(({ decree, basis }) => decree?.recalling ?? basis)),
    dictums: [],
    copies: distinct(texts.flatMap(({ copies }) => copies)),
    ...(place ? { place } : {}),
  }
}

const certain = 'bahwa untuk memberikan kepastian dalam penyelenggaraan pelayanan, perlu menetapkan Keputusan tentang'

const keyOf = (words: string) => words.replace(/\s+/g, ' ').trim().replace(/[.;]$/, '').toLocaleLowerCase('id')
const distinct = (lines: readonly string[]): string[] =>
  [...new Map(lines.map((words) => [keyOf(words), words])).values()].slice(0, limits.items)
const listed = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' dan ') : `${names.slice(0, -1).join(', ')}, dan ${names.at(-1)}`
const capital = (word: string) => word.charAt(0) + word.slice(1).toLocaleLowerCase('id')
/** Considerans end with a semicolon each. */
const clause = (words: string): string => within(`${words};`)
const within = (words: string): string => (words.length <= limits.sentence ? words : `${words.slice(0, limits.sentence - 1)}…`)
