import type { Standing } from '#engine/papers/index.ts'

/** Number, dates and version, as the head of a paper shows them. */
export function factsOf(standing: Standing): { name: string; value: string }[] {
  return [
    { name: 'No. SK', value: standing.number ?? 'Belum ditetapkan' },
    ...(standing.signedOn ? [{ name: 'Ditetapkan', value: standing.signedOn }] : []),
    ...(standing.effectiveOn ? [{ name: 'Berlaku sejak', value: standing.effectiveOn }] : []),
    { name: 'Versi', value: String(standing.version) },
  ]
}

/** What a reader must know before reading on; nothing for a version in force. */
export function bannerOf({ kind, replacedBy }: Standing): { title: string; text: string } | null {
  if (kind === 'in-force') return null
  if (kind === 'not-set') {
    return {
      title: 'Belum ditetapkan.',
      text: 'Standar ini sudah disetujui, tetapi belum ditetapkan dengan surat keputusan (SK) dan belum berlaku.',
    }
  }
  const by = replacedBy?.number ? `SK Nomor ${replacedBy.number}` : replacedBy && `versi ${replacedBy.version}`
  const date = replacedBy?.signedOn ? ` tanggal ${replacedBy.signedOn}` : ''
  const revoked = kind === 'revoked'
  const text = by ? `Standar ini ${revoked ? 'dicabut' : 'diganti'} dengan ${by}${date}.` : 'Standar ini tidak berlaku lagi.'
  return { title: revoked ? 'Dicabut.' : 'Tidak berlaku lagi.', text }
}
