import { soundText } from '#app/sheets/sheet.ts'

/** A piece of XML that is whole in itself; made by `xml` alone, so that no text gets into a document unescaped. */
export type Xml = { readonly written: string }

type Attributes = Readonly<Record<string, string | undefined>>

/** An element with what stands in it; text is escaped, and what no XML can hold is left out. */
export function xml(name: string, attributes: Attributes = {}, ...children: readonly (string | Xml)[]): Xml {
  const own = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`]))
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.written)).join('')
  return { written: inside === '' ? `<${name}${own.join('')}/>` : `<${name}${own.join('')}>${inside}</${name}>` }
}

/** The document of one root element. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.written}\n`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => soundText(text).replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? '')
