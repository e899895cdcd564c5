/** Why a file cannot be looked into as a PDF; null when it can. */
export type ShapeProblem = 'not-a-pdf' | 'pdf-damaged' | 'pdf-encrypted'

/** As far as a dictionary that matters here may reach. */
const dictionaryBytes = 64 * 1024

/**
 * Whether the file begins, ends and is indexed as a PDF, and may be read without a password. Nothing of it is unpacked or
 * followed further: strangers send these files.
 */
export function shapeProblem(file: Buffer): ShapeProblem | null {
  if (file.subarray(0, 5).toString('latin1') !== '%PDF-') return 'not-a-pdf'
  const trailer = lastTrailer(file)
  if (trailer === null) return 'pdf-damaged'
  return /\/Encrypt\s*(<<|\d)/.test(trailer) ? 'pdf-encrypted' : null
}

/** The dictionary that the last index of the file belongs to, as text; null where the file's end leads to none. */
function lastTrailer(file: Buffer): string | null {
  const end = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(latin(file, file.length - 1024, file.length))
  const at = Number(end?.[1] ?? Number.NaN)
  if (!(at > 0 && at < file.length)) return null
  const begin = latin(file, at, at + dictionaryBytes)
  if (/^\s*\d+\s+\d+\s+obj\b/.test(begin)) return begin.split('stream')[0] ?? null
  if (!/^\s*xref\b/.test(begin)) return null
  const trailer = file.indexOf('trailer', at)
  return trailer < 0 ? null : (latin(file, trailer, trailer + dictionaryBytes).split('startxref')[0] ?? null)
}

const latin = (file: Buffer, from: number, to: number) => file.subarray(Math.max(0, from), to).toString('latin1')
