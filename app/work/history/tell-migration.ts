import { type Event, fieldsOf } from '#engine'
import { nodeTitle } from '../node-title.ts'
import { lines, type Told, type Words } from './telling.ts'

/** From which version to which, what went on elsewhere and what was cleared, with the reason given. */
export function tellMigration(event: Extract<Event, { type: 'Migrated' | 'MigrationUndone' }>, { t, definition }: Words): Told {
  const versions = { from: event.from.version, to: event.to.version }
  if (event.type === 'MigrationUndone') return { title: t('history.migrationUndone', versions), body: event.reason }
  const fields = fieldsOf(definition)
  const cleared = event.cleared.map((id) => fields.get(id)?.label ?? id).join(', ')
  const moves = event.moves.map(({ to }) => t('history.movedOn', { step: nodeTitle(definition, to) }))
  const words = cleared === '' ? [] : [t('history.clearedValues', { fields: cleared })]
  return { title: t('history.migrated', versions), body: lines(...moves, ...words, event.reason) }
}
