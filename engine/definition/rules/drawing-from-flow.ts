import { isRowNode } from '../rows.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { linesOfComponent } from './texts.ts'

/**
 * The drawing is made from the flow. A chain of boxes and arrows typed as words is a second drawing: it soon says something
 * else (D6), and where it names an actor twice it hides a way back (D7).
 */
export const drawingFromFlow: DefinitionRule = {
  name: 'drawing-from-flow',
  check(definition) {
    const steps = definition.flow.nodes.filter(isRowNode).length
    const lines = ['procedure', 'complaints'] as const
    return lines
      .flatMap((key) => linesOfComponent(key, definition))
      .flatMap(({ text, place }): RuleFinding[] => {
        const boxes = boxesIn(text)
        if (boxes === null) return []
        const twice = boxes.find((box, index) => boxes.indexOf(box) < index)
        if (twice !== undefined) return [{ code: 'drawing-actor-twice', ...place, params: { ...place.params, actor: twice } }]
        const differs = boxes.length > 0 && boxes.length !== steps && place.params?.component === 'procedure'
        const params = { ...place.params, boxes: boxes.length, steps }
        return [{ code: differs ? 'drawing-differs' : 'drawing-typed', ...place, params }]
      })
  },
}

const arrow = /\s*(?:→|⟶|⇒|➔|➜|-+>|=+>|–>)\s*/

/** The boxes of a chain of arrows in its order; none where the words only are some drawing's language; null for plain words. */
function boxesIn(text: string): string[] | null {
  if (/^\s*(?:graph|flowchart|sequenceDiagram)\b/i.test(text)) return []
  const boxes = text.split(arrow).filter((box) => box.trim() !== '')
  return boxes.length < 2 ? null : boxes.map((box) => box.trim())
}
