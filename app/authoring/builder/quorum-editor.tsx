import { useT } from '#app/i18n/react.tsx'
import type { NodeId, Quorum } from '#engine'
import { useWorld } from './context.tsx'
import { Pick, TextLine } from './controls.tsx'

/** How many of several are needed. `of` says of what, in the words of the choice. */
export function QuorumEditor({ node, quorum, of }: { node: NodeId; quorum: Quorum; of: 'branches' | 'lanes' | 'positions' }) {
  const t = useT()
  const { store } = useWorld()
  const set = (next: Quorum) => [{ type: 'UpdateNode' as const, node, patch: { quorum: next } }]
  const options = (['any', 'all', 'atLeast'] as const).map((kind) => ({
    value: kind as string,
    label: t(`builder.quorum.${of}.${kind}`),
  }))
  const pick = (kind: string) => {
    const next: Quorum = kind === 'atLeast' ? { kind, n: 2 } : { kind: kind === 'any' ? 'any' : 'all' }
    store.getState().edit(set(next))
  }
  return (
    <>
      <Pick
        label={t('builder.quorum.label')}
        help={t(`builder.quorum.${of}.help`)}
        value={quorum.kind}
        options={options}
        onPick={pick}
      />
      {quorum.kind === 'atLeast' && (
        <TextLine
          type="number"
          label={t('builder.quorum.n')}
          value={String(quorum.n)}
          changeKey={`${node}:quorum`}
          toEdits={(text) => set({ kind: 'atLeast', n: Number(text) })}
        />
      )}
    </>
  )
}
