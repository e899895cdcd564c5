import { limits } from '#app/limits.ts'

/** One place in a PDF where somebody signed, as it stands in the file; nothing of it is believed yet. */
export type FoundSignature = {
  /** The CMS structure, with the zeros that fill its place. */
  contents: Buffer
  /** What was signed: all from the beginning of the file to `end`, but the place of the signature itself. */
  signed: readonly [Buffer, Buffer]
  end: number
  /** `ETSI.CAdES.detached`, `adbe.pkcs7.detached`, … */
  subFilter: string | null
  /** When the signer says to have signed. */
  claimedAt: number | null
}

/**
 * The signatures of a PDF, in the order of what they cover. Their dictionaries are never packed, since each must leave out
 * its own place in the file. Null where one of them is not written as it must be, or there are too many to look at.
 */
export function signaturesIn(file: Buffer): FoundSignature[] | null {
  const found: FoundSignature[] = []
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 10)) {
    if (found.length === limits.signature.atOnce) return null
    const signature = signatureAt(file, at)
    if (signature === null) return null
    found.push(signature)
  }
  return found.sort((a, b) => a.end - b.end)
}

function signatureAt(file: Buffer, at: number): FoundSignature | null {
  const range = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(latin(file, at, at + 200))
  if (!range) return null
  const [from = -1, before = 0, after = 0, rest = 0] = range.slice(1).map(Number)
  const end = after + rest
  if (from !== 0 || before >= after || end > file.length) return null
  if (after - before > limits.signature.contents * 2) return null
  const place = latin(file, before, after)
  const named = /\/Contents\s*$/.test(latin(file, before - 40, before))
  if (!named || !/^<[0-9A-Fa-f]*>$/.test(place)) return null
  const dictionary = dictionaryAround(file, at)
  return {
    contents: Buffer.from(place.slice(1, -1), 'hex'),
    signed: [file.subarray(0, before), file.subarray(after, end)],
    end,
    subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(dictionary)?.[1] ?? null,
    claimedAt: pdfDate(/\/M\s*\((D:[^)]{4,40})\)/.exec(dictionary)?.[1] ?? ''),
  }
}

/** The object that the place belongs to, without its long signature. */
function dictionaryAround(file: Buffer, at: number): string {
  const begin = file.lastIndexOf(' obj', at)
  const close = file.indexOf('endobj', at)
  const text = latin(file, Math.max(begin, at - 4096), close < 0 ? at : close)
  return text.replace(/\/Contents\s*<[0-9A-Fa-f\s]*>/, '').slice(0, 8192)
}

/** `D:20261126080000+07'00'` as an instant; what it leaves out is its beginning, and without a zone it is UTC. */
function pdfDate(text: string): number | null {
  const read = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(text)
  if (!read) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = read.slice(1, 7).map((part) => Number(part ?? 0))
  const offset = (Number(read[8] ?? 0) * 60 + Number(read[9] ?? 0)) * (read[7] === '-' ? -60_000 : 60_000)
  const at = Date.UTC(year, Math.max(month, 1) - 1, Math.max(day, 1), hour, minute, second) - offset
  return Number.isFinite(at) ? at : null
}

const latin = (file: Buffer, from: number, to: number) => file.subarray(Math.max(0, from), to).toString('latin1')
