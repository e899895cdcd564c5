import { type ReactNode, useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Edge, FlowNode } from '#engine'
import { exitsOf } from '#engine/definition/rows.ts'
import { useDefinition, useWorld } from './context.tsx'
import { numberedName, resultWords } from './names.ts'

/** The exits of a node, each leading on into its own details; `children` add another. */
export function ExitList({ node, title, children }: { node: FlowNode; title: string; children?: ReactNode }) {
  const t = useT()
  const id = useId()
  const { store } = useWorld()
  const definition = useDefinition()
  const nameOf = (edge: Edge) => {
    if (edge.label) return edge.label
    if (edge.otherwise) return t('builder.edge.otherwise')
    return resultWords(edge, t) ?? (node.kind === 'decision' ? t('builder.edge.unnamed') : '')
  }
  return (
    <section className="stack stack--tight" aria-labelledby={id}>
      <h3 className="inspector__section" id={id}>
        {title}
      </h3>
      <ul className="exit-list">
        {exitsOf(node, definition.flow.edges).map((edge) => (
          <li key={edge.id}>
            <button
              type="button"
              className="exit-list__item"
              onClick={() => store.getState().select({ kind: 'edge', id: edge.id })}
            >
              <Icon name="arrow-right" small />
              <span>
                {nameOf(edge) && <strong>{nameOf(edge)}</strong>} {numberedName(definition, edge.to, t)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
