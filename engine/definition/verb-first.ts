import type { Lane } from './flow.ts'

/** How an activity begins: with the name of a performer, with what looks like a verb, or with what does not. */
export type Beginning = { with: 'lane'; lane: string } | { with: 'verb' } | { with: 'other'; word: string } | null

/** The performer whose name an activity begins with (domain 2.4). */
export function laneAtStart(activity: string, lanes: readonly Lane[]): string | undefined {
  const words = `${activity.toLocaleLowerCase('id')} `
  return lanes
    .flatMap((lane) => [lane.name, ...lane.aliases])
    .find((name) => name.length > 2 && words.startsWith(`${name.toLocaleLowerCase('id')} `))
}

/** Verbs that stand without a prefix; all others of an office begin with one. */
const plainVerbs =
  /^(?:mulai|terima|kirim|buat|isi|cek|periksa|catat|simpan|serahkan|ajukan|buka|tutup|hadir|datang|tunggu|ambil|bayar|unggah|unduh|cetak|arsipkan|teruskan|disposisi|paraf|verifikasi|validasi|minta|beri|bahas|susun|rapat)$/

/** A hint for whoever writes it: words of a language are never sure, so it is no finding. */
export function beginningOf(activity: string, lanes: readonly Lane[]): Beginning {
  const lane = laneAtStart(activity, lanes)
  if (lane !== undefined) return { with: 'lane', lane }
  const word = activity.trim().match(/^[\p{L}-]+/u)?.[0]
  if (word === undefined) return null
  const small = word.toLocaleLowerCase('id')
  return /^(?:me|ber|ter|di|mem|men)\p{L}{3,}$/u.test(small) || plainVerbs.test(small)
    ? { with: 'verb' }
    : { with: 'other', word }
}
