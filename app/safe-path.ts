const local = /^\/(?![/\\])/

/** A path of this site to go on to, or `otherwise` for everything that could lead a browser elsewhere. */
export function safePath(wish: unknown, otherwise = '/'): string {
  if (typeof wish !== 'string' || wish.length > 2000 || !local.test(wish)) return otherwise
  const base = 'http://site.invalid'
  const url = URL.canParse(wish, base) ? new URL(wish, base) : null
  if (url?.origin !== base) return otherwise
  // Dot segments can fold into a second slash, so what came out is judged again.
  const path = url.pathname + url.search
  return local.test(path) ? path : otherwise
}
