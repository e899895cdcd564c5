import { replacedIn } from '../regulations.ts'
import { editAt, valueAt } from './at-path.ts'
import type { DefinitionFix } from './fix.ts'

/**
 * The regulation that replaced a dead one is cited in its place; where it is cited already, the dead one goes. Which article
 * of the new one says what an article of the old one did is for the author to find.
 */
export const citeReplacement = {
  name: 'cite-replacement',
  codes: ['law-replaced'],
  propose(definition, { path = '' }, { regulations = [] }) {
    const line = valueAt(definition, path)
    const cited = typeof line === 'string' ? { text: line } : isCited(line) ? line : null
    const entry = cited && replacedIn(cited, regulations)
    if (!cited || !entry || /\b(?:pasal|ayat|lampiran)\b/i.test(cited.text)) return null
    const list = valueAt(definition, path.replace(/\.\d+$/, ''))
    const others = (Array.isArray(list) ? list : []).map((one) => String(isCited(one) ? one.text : one))
    const words = entry.source.startsWith(entry.replacedBy) ? entry.source : entry.replacedBy
    const text = cited.text.trim().endsWith(';') ? `${words};` : words
    const edit = editAt(definition, path, () => {
      if (others.some((other) => other.includes(entry.replacedBy))) return undefined
      return typeof line === 'string' ? text : { text }
    })
    return edit && [edit]
  },
} as const satisfies DefinitionFix

const isCited = (line: unknown): line is { text: string; number?: string; year?: number } =>
  typeof line === 'object' && line !== null && 'text' in line && typeof line.text === 'string'
