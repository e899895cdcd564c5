import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { limits } from '#app/limits.ts'
import { codesIn } from '#engine'

const inflated = promisify(inflate)

/**
 * The codes of papers that stand in a file: in its plain parts and, when there are none, in what it packs, since other
 * programs pack what ours leave plain. Only looks for letters; nothing of the file is run or drawn.
 */
export async function codesInFile(bytes: Uint8Array): Promise<string[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const plain = codesIn(lettersOf(file))
  if (plain.length > 0) return plain
  for (const packed of packedIn(file)) {
    const text = await unpacked(packed)
    const found = text === null ? [] : codesIn(lettersOf(text))
    if (found.length > 0) return found
  }
  return []
}

/** One letter a byte; texts of two bytes a letter read the same without their empty ones. */
const lettersOf = (bytes: Buffer) => bytes.toString('latin1').replaceAll('\0', '')

/** What lies between the words that mark packed data, up to the limit of how many. */
function packedIn(file: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = file.indexOf('stream'); at >= 0 && found.length < limits.checkedFile.packed; ) {
    const end = file.indexOf('endstream', at + 6)
    if (end < 0) break
    const begin = at + 6 + (file[at + 6] === 13 ? 2 : 1)
    if (begin < end) found.push(file.subarray(begin, end))
    at = file.indexOf('stream', end + 9)
  }
  return found
}

/** Null for what is not packed so, is broken, or is larger than anything that names a paper. */
async function unpacked(packed: Buffer): Promise<Buffer | null> {
  // 0x78 begins what is packed in the way that PDF files know best.
  if (packed[0] !== 0x78) return null
  return inflated(packed, { maxOutputLength: limits.checkedFile.unpackedBytes }).catch(() => null)
}
