import { toString as qrCode } from 'qrcode'
import type { EmblemFile } from '#app/papers/emblem-file.ts'
import { footOf } from '#app/papers/standing-words.ts'
import type { Standing } from '#engine/papers/index.ts'
import template from './papers.typ?raw'
import type { PdfPart } from './parts.ts'
import { setAsPdf } from './typesetter.server.ts'

const emblemName = 'emblem'

export type PdfPaper = {
  title: string
  /** The agency whose paper it is. */
  author: string
  standing: Standing
  emblem: EmblemFile | null
  /** What a reader types to check it; also among the file's own data, so that a changed file still says whose it was. */
  code: string
  /** Where a reader may check whether the paper is still in force. */
  address: string
  parts: readonly PdfPart[]
}

/** Sets a paper as PDF: embedded fonts, bookmarks from its headings, page numbers, and in the foot version, digest and QR code. */
export async function pdfOf({
  title,
  author,
  standing,
  emblem,
  code,
  address,
  parts,
}: PdfPaper): Promise<Uint8Array<ArrayBuffer>> {
  const qr = await qrCode(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  const lines = [`${footOf(standing)} · Kode cek ${code}`, `Sidik digital (SHA-256) ${standing.digest}`, address]
  return setPdf({ title, author, emblem, foot: { qr, code, address, lines }, parts })
}

type Foot = { qr?: string; code?: string; address?: string; lines: readonly string[] }
type Setting = Pick<PdfPaper, 'title' | 'author' | 'emblem' | 'parts'> & { foot: Foot }

/** Sets pages as PDF; a list of the office bears no code, since nobody has to check whether it is in force. */
export async function setPdf({ title, author, emblem, foot, parts }: Setting): Promise<Uint8Array<ArrayBuffer>> {
  const data = JSON.stringify({
    title,
    author,
    emblem: emblem && { path: `/${emblemName}`, width: emblem.width, height: emblem.height },
    foot: { qr: null, code: null, address: null, ...foot },
    parts,
  })
  const files = emblem ? [{ name: emblemName, bytes: emblem.bytes }] : []
  return setAsPdf({ template, inputs: { data }, files })
}
