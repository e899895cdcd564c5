import { type ComponentKey, componentKeys } from '../components.ts'
import type { Definition } from '../schema.ts'
import type { RuleFinding } from './finding.ts'

/** Words that papers print, with the place in which they stand. */
export type PlacedText = { text: string; place: Pick<RuleFinding, 'nodeId' | 'edgeId' | 'path' | 'params'> }

/** The lines of one component, each with its place. */
export function linesOfComponent(key: ComponentKey, { components }: Pick<Definition, 'components'>): PlacedText[] {
  return Object.entries(components[key]).flatMap(([part, lines]) =>
    linesIn(lines).map(({ text, index }) => ({
      text,
      place: { path: `components.${key}.${part}.${index}`, params: { component: key } },
    })),
  )
}

/** Every line of a list that papers number or letter: of the components, the identity page of an SOP and the decree. */
export function listedLines(definition: Definition): PlacedText[] {
  const { sop, decree } = definition
  return [
    ...componentKeys.flatMap((key) => linesOfComponent(key, definition)),
    ...Object.entries({ ...sop }).flatMap(([part, lines]) => placed('sop', `sop.${part}`, lines)),
    ...Object.entries({ ...decree }).flatMap(([part, lines]) => placed('decree', `decree.${part}`, lines)),
  ]
}

/** The words of steps and exits: rows of the matrix and sentences of the sheet. */
export function flowTexts({ flow }: Pick<Definition, 'flow'>): PlacedText[] {
  const ofNodes = flow.nodes.flatMap((node) => {
    const words = 'activity' in node ? [node.activity, node.remark, ...node.requirements, ...node.output] : []
    return [...words, 'statement' in node ? node.statement : undefined].map((text) => ({ text, place: { nodeId: node.id } }))
  })
  const ofEdges = flow.edges.map(({ id, statement }) => ({ text: statement, place: { edgeId: id } }))
  return [...ofNodes, ...ofEdges].flatMap(({ text, place }) => (text ? [{ text, place }] : []))
}

function placed(component: string, path: string, lines: unknown): PlacedText[] {
  return linesIn(lines).map(({ text, index }) => ({ text, place: { path: `${path}.${index}`, params: { component } } }))
}

/** Lists hold plain lines or regulations. */
function linesIn(part: unknown): { text: string; index: number }[] {
  if (!Array.isArray(part)) return []
  return part.flatMap((line: unknown, index) => {
    const text = typeof line === 'string' ? line : isCited(line) ? line.text : null
    return text === null ? [] : [{ text, index }]
  })
}

const isCited = (line: unknown): line is { text: string } =>
  typeof line === 'object' && line !== null && 'text' in line && typeof line.text === 'string'
