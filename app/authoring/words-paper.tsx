import { useT } from '#app/i18n/react.tsx'
import { ComponentTable } from '#app/papers/component-table.tsx'
import { DecreePaper } from '#app/papers/decree-paper.tsx'
import { PapersWithin } from '#app/papers/paper-title.tsx'
import type { DecreePaper as Decree, ComponentTable as Table } from '#engine'

// A box that scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 } as const

/** What is saved as it will be printed, beside the form where there is room for both. */
export function WordsPaper({ table, decree }: { table: Table; decree: Decree | null }) {
  const t = useT()
  return (
    <section className="words-paper" aria-label={t('authoring.words.paper')} {...reachable}>
      <p className="small muted">{t('authoring.words.paper')}</p>
      <PapersWithin>
        <ComponentTable table={table} />
        {decree && <DecreePaper decree={decree} />}
      </PapersWithin>
    </section>
  )
}
