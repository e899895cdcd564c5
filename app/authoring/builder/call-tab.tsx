import { useT } from '#app/i18n/react.tsx'
import { type CallNode, fieldsOf } from '#engine'
import { useActions } from './actions.ts'
import { useDefinition, useWorld } from './context.tsx'
import { AddButton, Pick } from './controls.tsx'
import { ExitList } from './exit-list.tsx'
import { MappingList } from './mapping-list.tsx'
import { LanePick } from './node-panels.tsx'

const keyOf = ({ slug, version }: { slug: string; version: number }) => `${slug}@${version}`

/** Which version of which standard is run, and which data go there and come back. */
export function CallTab({ node }: { node: CallNode }) {
  const t = useT()
  const { store, standards } = useWorld()
  const definition = useDefinition()
  const { ask } = useActions()
  const apply = (patch: Partial<CallNode>) => store.getState().edit([{ type: 'UpdateNode', node: node.id, patch }])
  const called = standards.find((one) => keyOf(one) === keyOf(node.standard))
  const options = standards.map((one) => ({
    value: keyOf(one),
    label: t(one.superseded ? 'builder.call.optionOld' : 'builder.call.option', { title: one.title, version: one.version }),
  }))
  const pick = (value: string) => {
    const next = standards.find((one) => keyOf(one) === value)
    if (next) apply({ standard: { slug: next.slug, version: next.version } as CallNode['standard'] })
  }
  const own = [...fieldsOf(definition).values()]
  const there = called?.fields ?? []
  return (
    <div className="stack">
      <Pick
        label={t('builder.call.standard')}
        help={t('builder.call.standardHelp')}
        value={called ? keyOf(called) : ''}
        placeholder={called ? undefined : t('builder.call.gone', { slug: node.standard.slug, version: node.standard.version })}
        options={options}
        onPick={pick}
      />
      <MappingList
        title={t('builder.call.passes')}
        help={t('builder.call.passesHelp')}
        pairs={node.passes}
        from={own}
        to={there}
        onChange={(passes) => apply({ passes })}
      />
      <MappingList
        title={t('builder.call.returns')}
        help={t('builder.call.returnsHelp')}
        pairs={node.returns}
        from={there}
        to={own}
        onChange={(returns) => apply({ returns })}
      />
      <LanePick node={node} />
      <ExitList node={node} title={t('builder.exits.title')}>
        <AddButton onAdd={() => ask({ kind: 'connect', node: node.id })}>{t('builder.exits.connect')}</AddButton>
      </ExitList>
    </div>
  )
}
