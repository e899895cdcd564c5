type Of = {
  type: string
  /** Name under which a reader stores it. */
  file: string
  /** To be stored, not shown. */
  attached?: boolean
  links?: readonly { href: string; rel: string }[]
}

/** Data that anybody may take, programs of other sites included: the answer depends on nobody's session. */
export function dataAnswer(body: string | Uint8Array<ArrayBuffer>, { type, file, attached, links = [] }: Of): Response {
  const headers = new Headers({
    'Content-Type': type,
    'Content-Disposition': `${attached ? 'attachment' : 'inline'}; filename="${file}"`,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-cache',
  })
  const shown = links.map(({ href, rel }) => `<${href}>; rel="${rel}"`)
  if (shown.length > 0) headers.set('Link', shown.join(', '))
  return new Response(body, { headers })
}

/** JSON as people read it too. */
export const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
