/** An SVG element as plain data, so that pages and files draw the same picture. Attributes as React names them. */
export type SvgElement = {
  name: string
  attributes: Readonly<Record<string, string | number>>
  children: readonly (SvgElement | string)[]
}

export function element(name: string, attributes: SvgElement['attributes'], children: SvgElement['children'] = []): SvgElement {
  return { name, attributes, children }
}

/** Names that SVG itself writes with capitals or hyphens as React does. */
const kept: readonly string[] = ['viewBox', 'aria-labelledby']

/** The element as the text of a file. */
export function svgText({ name, attributes, children }: SvgElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${attributeName(key)}="${escaped(String(value))}"`)
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child))).join('')
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}

function attributeName(name: string): string {
  if (name === 'className') return 'class'
  return kept.includes(name) ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
