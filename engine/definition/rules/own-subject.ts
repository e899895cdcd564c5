import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { flowTexts, linesOfComponent, type PlacedText } from './texts.ts'

/**
 * The words of a standard are about its own service: neither the title of another standard of the agency stands in them,
 * nor a service named like its own that is another (D4). What a step calls is named rightly, and complaints are of all services.
 */
export const ownSubject: DefinitionRule = {
  name: 'own-subject',
  check(definition, { inForce, self }) {
    const own = definition.identity.title
    const others = (inForce ?? []).filter(({ slug, title }) => slug !== self?.slug && isOther(title, own))
    return subjectTexts(definition).flatMap(({ text, place }): RuleFinding[] => {
      const left = without(own, text)
      const found = others.find(({ title }) => says(left, title))?.title ?? alike(own, left)
      return found === undefined ? [] : [{ code: 'other-subject', ...place, params: { ...place.params, subject: found } }]
    })
  },
}

function subjectTexts(definition: Definition): PlacedText[] {
  const calls = new Set(definition.flow.nodes.flatMap(({ kind, id }) => (kind === 'call' ? [id] : [])))
  return [
    ...(['requirements', 'procedure', 'products', 'facilities'] as const).flatMap((key) => linesOfComponent(key, definition)),
    ...flowTexts(definition).filter(({ place }) => place.nodeId === undefined || !calls.has(place.nodeId)),
  ]
}

const isOther = (title: string, own: string): boolean => title.trim().includes(' ') && !says(own, title) && !says(title, own)

const says = (text: string, title: string): boolean => padded(text).includes(padded(title))
const padded = (text: string): string =>
  ` ${text
    .toLocaleLowerCase('id')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

function without(title: string, text: string): string {
  const words = title
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, '.'))
  return text.replaceAll(new RegExp(words.join('\\s+'), 'giu'), '·')
}

/** Of services that are named by the same deed ("Pembuatan …"), one that is written as a name and is not the own one. */
function alike(own: string, text: string): string | undefined {
  const [deed = '', ...rest] = own.trim().split(/\s+/)
  if (rest.length === 0 || !/^pe\p{Ll}+an$/iu.test(deed) || /^(?:pelayanan|penyelenggaraan|pelaksanaan|pengelolaan)$/i.test(deed))
    return undefined
  const found = text.match(new RegExp(`(?<!\\p{L})${deed}(?:\\s+\\p{Lu}\\p{L}+)+`, 'u'))?.[0]
  return found && !says(own, found) ? found : undefined
}
