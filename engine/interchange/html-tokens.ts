export type HtmlToken =
  | { kind: 'open'; name: string; attributes: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/** Elements whose content is not words of the page. */
const silent = new Set(['style', 'script', 'title', 'xml', 'noscript', 'template'])

/**
 * The marks and words of HTML in order. It is read as text and never shown: nothing in it runs or loads. Whatever is broken
 * is words, so that a page cut short still gives what it has.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const mark = html.indexOf('<', at)
    if (mark > at) yield { kind: 'text', text: plainText(html.slice(at, mark)) }
    if (mark < 0) {
      yield { kind: 'text', text: plainText(html.slice(at)) }
      return
    }
    if (html.startsWith('<!--', mark)) {
      at = after(html, '-->', mark + 4)
    } else if (html[mark + 1] === '!' || html[mark + 1] === '?') {
      at = after(html, '>', mark)
    } else {
      const token = tagAt(html, mark)
      if (token === null) {
        yield { kind: 'text', text: '<' }
        at = mark + 1
      } else {
        at = token.end
        yield token.tag
        if (token.tag.kind === 'open' && silent.has(token.tag.name)) at = closing(html, token.tag.name, at)
      }
    }
  }
}

function after(html: string, ending: string, from: number): number {
  const found = html.indexOf(ending, from)
  return found < 0 ? html.length : found + ending.length
}

function closing(html: string, name: string, from: number): number {
  const ending = new RegExp(`</${name}`, 'gi')
  ending.lastIndex = from
  return ending.exec(html)?.index ?? html.length
}

const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/y

function tagAt(html: string, mark: number): { tag: HtmlToken; end: number } | null {
  tagName.lastIndex = mark
  const found = tagName.exec(html)
  if (found === null) return null
  const end = tagEnd(html, tagName.lastIndex)
  const name = (found[2] ?? '').toLowerCase()
  if (found[1] === '/') return { tag: { kind: 'close', name }, end: end + 1 }
  return { tag: { kind: 'open', name, attributes: html.slice(tagName.lastIndex, end) }, end: end + 1 }
}

/** Where the tag ends: at the first `>` outside quoted values. */
function tagEnd(html: string, from: number): number {
  let at = from
  while (at < html.length && html[at] !== '>') {
    const quote = html[at] === '=' ? /^=\s*(["'])/.exec(html.slice(at, at + 8))?.[1] : undefined
    const end = quote === undefined ? -1 : html.indexOf(quote, html.indexOf(quote, at) + 1)
    at = end < 0 ? at + 1 : end + 1
  }
  return at
}

/** The value of an attribute, in lower case; an empty string where it is not given. */
export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').toLowerCase()
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  times: '×',
  frac12: '½',
  plusmn: '±',
  deg: '°',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  rarr: '→',
  larr: '←',
  check: '✓',
  radic: '√',
  shy: '',
  zwnj: '',
}

function plainText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,10}));?/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
