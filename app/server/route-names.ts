type ManifestRoute = { id: string; parentId?: string; path?: string; index?: boolean }

/** Turns an address into the pattern of its route, so that logs hold no ids or tickets. */
export function routeNames(routes: Readonly<Record<string, ManifestRoute | undefined>>): (path: string) => string {
  const patterns = [...new Set(Object.values(routes).flatMap((route) => (route ? [fullPath(route, routes)] : [])))]
    .filter((pattern) => !pattern.includes('*'))
    .map((pattern) => ({ pattern, dynamic: pattern.split('/:').length - 1, test: matcher(pattern) }))
    .sort((a, b) => a.dynamic - b.dynamic)
  return (path) => {
    if (path.startsWith('/assets/')) return '/assets/*'
    if (path.startsWith('/api/')) return '/api/*'
    const page = path.replace(/\.data$/, '').replace(/(.)\/$/, '$1')
    return patterns.find(({ test }) => test.test(page))?.pattern ?? '*'
  }
}

function fullPath(route: ManifestRoute, routes: Readonly<Record<string, ManifestRoute | undefined>>): string {
  const parts: string[] = []
  for (let at: ManifestRoute | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined) {
    if (at.path) parts.unshift(at.path.replace(/^\/|\/$/g, ''))
  }
  return `/${parts.filter(Boolean).join('/')}`
}

function matcher(pattern: string): RegExp {
  const source = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
    .join('/')
  return new RegExp(`^${source}$`)
}
