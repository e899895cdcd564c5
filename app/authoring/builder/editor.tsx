import { ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Calendar, CallableStandard, Definition, PaperLayout, RuleContext } from '#engine'
import { AskContext, type Question } from './actions.ts'
import { AskDialog } from './ask-dialog.tsx'
import { ChecksProvider } from './checks/context.ts'
import { BuilderProvider, type PositionChoice } from './context.tsx'
import { InsertProvider } from './insert.tsx'
import { createBuilder } from './store.ts'
import { TrialProvider } from './try/trial-context.tsx'
import { useFindings } from './use-findings.ts'
import { Workbench, type WorkbenchProps } from './workbench.tsx'

export type EditorProps = WorkbenchProps & {
  revision: number
  definition: Definition
  positions: readonly PositionChoice[]
  holders: NonNullable<RuleContext['holders']>
  calendar: Calendar | null
  standards: readonly CallableStandard[]
  /** What the rules know of the agency's other papers. */
  known: Pick<RuleContext, 'inForce' | 'contacts' | 'regulations'>
  layout: PaperLayout
  readOnly: boolean
  me: { id: string; name: string }
}

/** The whole builder, in the browser only. */
export default function Editor({
  definition: given,
  positions,
  holders,
  calendar,
  standards,
  known,
  layout,
  readOnly,
  me,
  ...page
}: EditorProps) {
  const [store] = useState(() => createBuilder(given, page))
  const definition = useStore(store, (state) => state.history.present)
  const { agency, slug, number } = page
  const home = useMemo(() => ({ agency, slug }), [agency, slug])
  const context = useMemo(
    () => ({ positions, holders, ...(calendar && { calendar }), standards, ...known, self: { slug, version: number } }),
    [positions, holders, calendar, standards, known, slug, number],
  )
  const checked = useFindings(definition, context, readOnly)
  const findings = checked?.findings ?? none
  const checks = useMemo(() => ({ isDone: checked !== null, fixes: checked?.fixes ?? noFixes, context }), [checked, context])
  const callable = useMemo(() => standards.filter((one) => one.slug !== slug), [standards, slug])
  const world = useMemo(
    () => ({
      store,
      home,
      positions,
      calendar,
      units: calendar?.units ?? [],
      standards: callable,
      findings,
      layout,
      readOnly,
      me,
    }),
    [store, home, positions, calendar, callable, findings, layout, readOnly, me],
  )
  const [question, setQuestion] = useState<Question>(null)
  return (
    <BuilderProvider value={world}>
      <ChecksProvider value={checks}>
        <AskContext.Provider value={setQuestion}>
          <ReactFlowProvider>
            <InsertProvider>
              <TrialProvider home={`/susun/${page.agency}/${page.slug}`}>
                <Workbench {...page} />
              </TrialProvider>
              <AskDialog question={question} onClose={() => setQuestion(null)} />
            </InsertProvider>
          </ReactFlowProvider>
        </AskContext.Provider>
      </ChecksProvider>
    </BuilderProvider>
  )
}

const none: readonly never[] = []
const noFixes: ReadonlyMap<string, readonly never[]> = new Map<string, readonly never[]>()
