import type { Standing } from '#engine/papers/index.ts'

/** Number, dates and version, as the head of a paper shows them. */
export function factsOf(standing: Standing): { name: string; value: string }[] {
  return [
    { name: 'No. SK', value: standing.number ?? 'Belum ditetapkan' },
    ...(standing.signedOn ? [{ name: 'Ditetapkan', value: standing.signedOn }] : []),
    ...(standing.effectiveOn ? [{ name: begun(standing) ? 'Berlaku sejak' : 'Mulai berlaku', value: standing.effectiveOn }] : []),
    ...(standing.version === null ? [] : [{ name: 'Versi', value: String(standing.version) }]),
    ...(standing.erratum ? [{ name: 'Diralat', value: standing.erratum.on }] : []),
  ]
}

/** What is cancelled may never have begun. */
const begun = ({ kind }: Standing) => kind !== 'not-yet' && kind !== 'cancelled'

const ended = { superseded: 'diganti', revoked: 'dicabut', cancelled: 'dibatalkan' } as const
const titles = { superseded: 'Tidak berlaku lagi', revoked: 'Dicabut', cancelled: 'Batal' } as const

/** What a reader must know before reading on, `by` being what a page may link; nothing for a version in force. */
export function bannerOf(standing: Standing): { title: string; text: string; by: string | null; end: string } | null {
  const { kind, replacedBy, endedBy } = standing
  if (kind === 'in-force') return null
  if (kind === 'not-set') {
    const text = 'Standar ini sudah disetujui, tetapi belum ditetapkan dengan surat keputusan (SK) dan belum berlaku.'
    return { title: 'Belum ditetapkan', text, by: null, end: '' }
  }
  if (kind === 'not-yet') {
    const act = standing.number ? ` dengan SK Nomor ${standing.number}` : ''
    const text = `${what(standing)} ini sudah ditetapkan${act} dan mulai berlaku pada tanggal ${standing.effectiveOn ?? '…'}.`
    return { title: 'Belum berlaku', text, by: null, end: '' }
  }
  const act = kind === 'superseded' ? replacedBy : (endedBy ?? replacedBy)
  const title = titles[kind]
  if (!act) return { title, text: `${what(standing)} ini tidak berlaku lagi.`, by: null, end: '' }
  const by = act.number ? `SK Nomor ${act.number}` : `versi ${'version' in act ? act.version : ''}`
  return {
    title,
    text: `${what(standing)} ini ${ended[kind]} dengan `,
    by,
    end: act.signedOn ? ` tanggal ${act.signedOn}.` : '.',
  }
}

/** Version and number, as the foot of a paper shows them. */
export const footOf = ({ version, number }: Standing): string =>
  [version === null ? '' : `Versi ${version}`, number ? `Nomor ${number}` : ''].filter(Boolean).join(' · ')

/** What a decree is called in the sentences about it. */
const what = ({ version }: Standing) => (version === null ? 'Keputusan' : 'Standar')

/** The same in one sentence, for what bears no links; of a version in force, what it corrects. */
export function bannerLine(standing: Standing): { title: string; text: string } | null {
  const { kind, erratum } = standing
  if (kind === 'in-force' && erratum)
    return { title: 'Diralat.', text: `Ralat tanggal ${erratum.on}. ${erratum.sentences.join(' ')}` }
  const banner = bannerOf(standing)
  return banner && { title: `${banner.title}.`, text: `${banner.text}${banner.by ?? ''}${banner.end}` }
}
