type ManifestRoute = { id: string; parentId?: string; path?: string; index?: boolean }

/** Turns an address into the pattern of its route, so that logs hold no ids or tickets. */
export function routeNames(routes: Readonly<Record<string, ManifestRoute | undefined>>): (path: string) => string {
  const patterns = [...new Set(Object.values(routes).flatMap((route) => (route ? [fullPath(route, routes)] : [])))]
    .filter((pattern) => !pattern.includes('*'))
    .map((pattern) => ({ pattern, looseness: looseness(pattern), test: matcher(pattern) }))
    .sort((a, b) => a.looseness - b.looseness)
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

/** Of two patterns that fit, the one with fewer open parts names the page; an open part with an ending (`:slug.json`) is half open. */
const looseness = (pattern: string) =>
  pattern.split('/').reduce((sum, part) => sum + (part.startsWith(':') ? (part.includes('.') ? 1 : 2) : 0), 0)

function matcher(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .split('/')
    .map((part) => part.replace(/^:\w+/, '[^/]+'))
    .join('/')
  return new RegExp(`^${source}$`)
}
