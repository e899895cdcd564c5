/** Bytes that a signature with its certificates may have. */
const contentsBytes = 12_000
const number = '9999999999'

export type PlacedSignature = {
  /** The paper with an empty place for the signature, appended to it; not a byte of the paper itself is changed. */
  pdf: Buffer
  /** Where the place begins (`<`) and ends (behind `>`). */
  from: number
  to: number
}

/** A paper that is not built as our own are; nothing else is given a place. */
export class NotOurPaper extends Error {
  override readonly name = 'NotOurPaper'
}

/**
 * Appends to one of our own papers a signature field with an empty place in it (an incremental update, ISO 32000-1 7.5.6).
 * Papers come from one renderer, which writes one plain table of its objects; a file built otherwise throws.
 * @param signedAt goes into the field, since a PAdES signature carries no time of its own
 */
export function placeForSignature(paper: Buffer, { name, signedAt }: { name: string; signedAt: number }): PlacedSignature {
  const text = paper.toString('latin1')
  const table = tableOf(text)
  const catalog = objectAt(text, table, table.root)
  const page = firstPage(text, table, catalog)
  if (catalog.includes('/AcroForm')) throw new NotOurPaper('the paper has a form already')
  const [signature, field] = [table.size, table.size + 1]
  const objects: [number, string][] = [
    [table.root, withEntry(catalog, `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`)],
    ...withAnnotation(text, table, page, field),
    [signature, signatureDictionary(name, signedAt)],
    [field, fieldDictionary(signature, page.number)],
  ]
  return filled(appended(paper, table, objects))
}

type Table = { at: number; offsets: ReadonlyMap<number, number>; size: number; root: number; trailer: string }

function tableOf(text: string): Table {
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN)
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(at, at + 40))
  if (!head) throw new NotOurPaper('no single table of objects')
  const size = Number(head[1])
  const offsets = new Map<number, number>()
  for (let index = 0; index < size; index++) {
    const entry = text.slice(at + head[0].length + index * 20, at + head[0].length + index * 20 + 20)
    if (/^\d{10} \d{5} n/.test(entry)) offsets.set(index, Number(entry.slice(0, 10)))
  }
  const trailer = text.slice(at + head[0].length + size * 20)
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1] ?? Number.NaN)
  if (!trailer.startsWith('trailer') || /\/(Prev|Encrypt)\b/.test(trailer)) throw new NotOurPaper('more than one table')
  return { at, offsets, size, root, trailer }
}

/** The words between `obj` and `endobj`. */
function objectAt(text: string, { offsets }: Table, id: number): string {
  const at = offsets.get(id)
  const head = at === undefined ? null : /^(\d+) 0 obj\s*/.exec(text.slice(at, at + 30))
  const end = at === undefined ? -1 : text.indexOf('endobj', at)
  if (at === undefined || !head || Number(head[1]) !== id || end < 0) throw new NotOurPaper(`no object ${id}`)
  return text.slice(at + head[0].length, end).trimEnd()
}

type Page = { number: number; body: string }

function firstPage(text: string, table: Table, catalog: string): Page {
  let id = referenceIn(catalog, 'Pages')
  for (let depth = 0; depth < 8; depth++) {
    const body = objectAt(text, table, id)
    if (/\/Type\s*\/Page\b(?!s)/.test(body)) return { number: id, body }
    id = Number(/\/Kids\s*\[\s*(\d+) 0 R/.exec(body)?.[1] ?? Number.NaN)
  }
  throw new NotOurPaper('no first page')
}

function referenceIn(body: string, key: string): number {
  return Number(new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(body)?.[1] ?? Number.NaN)
}

/** The page, or the list that it keeps elsewhere, with one more thing on it. */
function withAnnotation(text: string, table: Table, page: Page, field: number): [number, string][] {
  if (/\/Annots\s*\[/.test(page.body))
    return [[page.number, page.body.replace(/\/Annots\s*\[/, (begin) => `${begin}${field} 0 R `)]]
  const list = referenceIn(page.body, 'Annots')
  if (Number.isNaN(list)) return [[page.number, withEntry(page.body, `/Annots [${field} 0 R]`)]]
  return [[list, objectAt(text, table, list).replace('[', `[${field} 0 R `)]]
}

function withEntry(dictionary: string, entry: string): string {
  if (!dictionary.startsWith('<<') || !dictionary.endsWith('>>')) throw new NotOurPaper('no plain dictionary')
  return `${dictionary.slice(0, -2).trimEnd()}\n  ${entry}\n>>`
}

const signatureDictionary = (name: string, signedAt: number) => `<<
  /Type /Sig
  /Filter /Adobe.PPKLite
  /SubFilter /ETSI.CAdES.detached
  /ByteRange [0 ${number} ${number} ${number}]
  /Contents <${'0'.repeat(contentsBytes * 2)}>
  /Name ${textString(name)}
  /M (${pdfDate(signedAt)})
>>`

/** Shown nowhere: the paper says in its own words who signs it. */
const fieldDictionary = (signature: number, page: number) => `<<
  /Type /Annot
  /Subtype /Widget
  /FT /Sig
  /T (Signature1)
  /TU ${textString('Tanda tangan elektronik')}
  /V ${signature} 0 R
  /P ${page} 0 R
  /Rect [0 0 0 0]
  /F 132
>>`

/** UTF-16 with its mark, in hex: no letter of a name can end it. */
const textString = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

const pdfDate = (at: number) => `D:${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`

function appended(paper: Buffer, table: Table, objects: readonly [number, string][]): Buffer {
  const parts: string[] = ['\n']
  const entries: [number, number][] = []
  let at = paper.length + 1
  for (const [id, body] of objects) {
    const written = `${id} 0 obj\n${body}\nendobj\n`
    entries.push([id, at])
    parts.push(written)
    at += written.length
  }
  const lines = entries
    .toSorted(([a], [b]) => a - b)
    .map(([id, offset]) => `${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  parts.push(`xref\n${lines.join('')}trailer\n<<\n  /Size ${table.size + 2}\n  /Root ${table.root} 0 R\n  /Prev ${table.at}\n`)
  for (const kept of [/\/Info \d+ 0 R/, /\/ID \[[^\]]*\]/]) {
    const found = kept.exec(table.trailer)
    if (found) parts.push(`  ${found[0]}\n`)
  }
  parts.push(`>>\nstartxref\n${at}\n%%EOF\n`)
  return Buffer.concat([paper, Buffer.from(parts.join(''), 'latin1')])
}

/** With the range of what is signed written into its place, which is known only now. */
function filled(pdf: Buffer): PlacedSignature {
  const asked = `/ByteRange [0 ${number} ${number} ${number}]`
  const range = pdf.lastIndexOf(asked)
  const from = pdf.indexOf('/Contents <', range) + '/Contents '.length
  const to = pdf.indexOf('>', from) + 1
  const known = `/ByteRange [0 ${from} ${to} ${pdf.length - to}]`.padEnd(asked.length, ' ')
  pdf.write(known, range, 'latin1')
  return { pdf, from, to }
}

/** The bytes to be signed: everything but the place itself. */
export const bytesToSign = ({ pdf, from, to }: PlacedSignature): Buffer =>
  Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)])

/** The paper with its signature in place. */
export function withSignature({ pdf, from, to }: PlacedSignature, contents: Uint8Array): Buffer {
  if (contents.byteLength > contentsBytes)
    throw new RangeError(`a signature of at most ${contentsBytes} bytes, got ${contents.byteLength}`)
  const hex = Buffer.from(contents)
    .toString('hex')
    .padEnd(to - from - 2, '0')
  const signed = Buffer.from(pdf)
  signed.write(`<${hex}>`, from, 'latin1')
  return signed
}
