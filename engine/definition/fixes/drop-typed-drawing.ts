import { editAt } from './at-path.ts'
import type { DefinitionFix } from './fix.ts'

/** The drawing of the procedure is made from its steps, so a second one in words goes. */
export const dropTypedDrawing = {
  name: 'drop-typed-drawing',
  codes: ['drawing-typed', 'drawing-differs', 'drawing-actor-twice'],
  propose(definition, { path = '' }) {
    const edit = path.startsWith('components.procedure.') ? editAt(definition, path, () => undefined) : null
    return edit && [edit]
  },
} as const satisfies DefinitionFix
