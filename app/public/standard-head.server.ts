import { paperCode } from '#app/use-cases/public/paper-code.ts'
import type { StandardView } from '#app/use-cases/public/read-standard.server.ts'
import { componentKeys, type Definition } from '#engine'
import type { PaperName, StandardHead } from './standard-head.ts'

/** What stands around the papers of the standard that was read. */
export function headOf(view: StandardView): StandardHead {
  const { agencyId, slug, definition, publication, versions, fixed, inForce, begins, source } = view
  const home = `/standar/${agencyId}/${slug}`
  const next = publication.supersededBy?.version
  const tabs = tabsOf(definition, publication.decree !== null)
  return {
    agencyId,
    agencyName: view.agency.name,
    title: definition.identity.title,
    home,
    base: fixed ? `${home}/v/${publication.version}` : home,
    version: publication.version,
    checkCode: paperCode({ agencyId, slug, ...publication }),
    fixed,
    inForce,
    waiting: inForce === null ? null : (versions.find(({ status }) => status === 'approved')?.number ?? null),
    begins: begins && { as: begins, href: `/ajukan/${agencyId}/${slug}` },
    replacementHref: view.endedById
      ? `/sk/${agencyId}/${view.endedById}`
      : next === undefined
        ? undefined
        : next === inForce
          ? home
          : `${home}/v/${next}`,
    source: source && { ...source, href: `/standar/${source.agencyId}/${source.slug}` },
    tabs,
    files: tabs.filter((name) => name !== 'history' && (name !== 'decree' || definition.decree !== null)),
  }
}

/** An SOP has no service sheet; its components and decree are offered where it has any. */
function tabsOf(definition: Definition, decreed: boolean): PaperName[] {
  const service = definition.identity.kind === 'service'
  const components = service || hasComponents(definition)
  const decree = definition.decree !== null || (service && decreed)
  return [
    ...(service ? (['sheet'] as const) : []),
    ...(service && components ? (['components'] as const) : []),
    'sop',
    ...(!service && components ? (['components'] as const) : []),
    ...(decree ? (['decree'] as const) : []),
    ...(service && decreed ? (['pledge'] as const) : []),
    'history',
  ]
}

function hasComponents({ components }: Definition): boolean {
  return componentKeys.some((key) => {
    const part = components[key]
    return 'items' in part && part.items.length > 0
  })
}
