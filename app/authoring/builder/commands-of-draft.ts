import type { Translate } from '#app/i18n/translator.ts'
import type { IconName } from '#app/ui/icon.tsx'
import type { Command, CommandDesk, Target } from './commands.ts'
import type { NewKind } from './steps.ts'
import { toggleTrying } from './try/toggle.ts'

/** What can be done whatever is selected: new things, undo, arrangement, views, pages. */
export function commandsOfDraft(desk: CommandDesk, target: Target): Command[] {
  const places = [...looks(desk), ...pages(desk.t, desk.home)]
  if (desk.readOnly) return places
  return [...additions(desk, target), ...changes(desk), ...places]
}

function additions({ t, acts, callable }: CommandDesk, target: Target): Command[] {
  const after = target?.kind === 'steps' ? target.ids.at(-1) : undefined
  const one = (kind: NewKind, label: string, icon: IconName, keys?: string): Command => ({
    ...{ id: `add-${kind}`, label, icon, run: () => acts.add(kind, after) },
    ...(keys && { keys }),
  })
  return [
    one('task', t('builder.do.addAfter'), 'plus', 'N'),
    one('review', t('builder.do.addReview'), 'check-circle'),
    one('decision', t('builder.do.addDecision'), 'help'),
    one('parallel', t('builder.do.addParallel'), 'split'),
    one('join', t('builder.do.addJoin'), 'merge'),
    one('wait', t('builder.do.addWait'), 'clock'),
    ...(callable ? [one('call', t('builder.do.addCall'), 'copy')] : []),
    one('event', t('builder.do.addEvent'), 'flag'),
    one('end', t('builder.do.addEnd'), 'minus'),
    one('start', t('builder.do.addStart'), 'chevron-right'),
    { id: 'add-lane', label: t('builder.lane.add'), icon: 'users', run: acts.addLane },
  ]
}

function changes({ t, store, acts, outlook }: CommandDesk): Command[] {
  const { history } = store.getState()
  return [
    { id: 'save', label: t('builder.do.save'), icon: 'save', keys: 'Ctrl S', run: outlook.save },
    {
      ...{ id: 'undo', label: t('builder.do.undo'), icon: 'undo', keys: 'Ctrl Z' },
      ...{ disabled: history.past.length === 0, run: () => store.getState().undo() },
    },
    {
      ...{ id: 'redo', label: t('builder.do.redo'), icon: 'redo', keys: 'Ctrl Y' },
      ...{ disabled: history.future.length === 0, run: () => store.getState().redo() },
    },
    { id: 'paste', label: t('builder.do.paste'), icon: 'paste', keys: 'Ctrl V', run: outlook.paste },
    { id: 'tidy', label: t('builder.do.tidy'), icon: 'table', run: acts.tidy },
  ]
}

function looks({ t, store, acts, outlook }: CommandDesk): Command[] {
  const { sight, show } = store.getState()
  return [
    { id: 'select-all', label: t('builder.do.selectAll'), icon: 'check', keys: 'Ctrl A', run: acts.chooseAll },
    { id: 'find', label: t('builder.do.find'), icon: 'search', keys: 'Ctrl F', run: () => show({ find: true }) },
    { id: 'fit', label: t('builder.do.fit'), icon: 'eye', run: outlook.fit },
    { id: 'fit-chosen', label: t('builder.do.fitChosen'), icon: 'search', run: outlook.fitChosen },
    { id: 'mini-map', label: t('builder.do.miniMap'), icon: 'map', run: () => show({ miniMap: !sight.miniMap }) },
    { id: 'layered', label: t('builder.do.layered'), icon: 'flow', run: () => show({ layered: !sight.layered }) },
    ...(['canvas', 'table'] as const).map(
      (view): Command => ({
        id: `view-${view}`,
        label: t('builder.commands.view', { view: t(`builder.view.${view}`) }),
        icon: view === 'table' ? 'table' : 'flow',
        run: () => show({ view }),
      }),
    ),
    { id: 'matrix', label: t('builder.view.matrix'), icon: 'eye', run: () => show({ matrix: !sight.matrix }) },
    { id: 'finding-next', label: t('builder.checks.next'), icon: 'warning', keys: 'F8', run: () => outlook.walk(1) },
    {
      ...{ id: 'finding-previous', label: t('builder.checks.previous'), icon: 'warning', keys: 'Shift F8' },
      run: () => outlook.walk(-1),
    },
    { id: 'try', label: t('builder.try.label'), icon: 'play', keys: 'T', run: () => toggleTrying(store) },
    { id: 'problems', label: t('builder.side.problems'), icon: 'warning', run: () => show({ side: 'problems' }) },
  ]
}

const pagesBeside = [
  ['words', 'komponen', 'book'],
  ['review', 'tinjau', 'check-circle'],
  ['publish', 'tetapkan', 'seal'],
  ['versions', 'versi', 'history'],
] as const

function pages(t: Translate, home: string): Command[] {
  return pagesBeside.map(([name, path, icon]) => ({
    id: `page-${path}`,
    label: t('builder.commands.page', { page: t(`builder.bar.${name}`) }),
    icon,
    run: () => location.assign(`${home}/${path}`),
  }))
}
