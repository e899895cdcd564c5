import { useT } from '#app/i18n/react.tsx'
import type { FlowNode } from '#engine'
import { TextLine } from './controls.tsx'

/** A note of the author beside a node; it is printed nowhere. */
export function NoteLine({ node }: { node: FlowNode }) {
  const t = useT()
  return (
    <TextLine
      label={t('builder.words.note')}
      help={t('builder.words.noteHelp')}
      value={node.note ?? ''}
      long
      rows={2}
      changeKey={`${node.id}:note`}
      toEdits={(text) => [{ type: 'UpdateNode', node: node.id, patch: { note: text.trim() === '' ? undefined : text } }]}
    />
  )
}
