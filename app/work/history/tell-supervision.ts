import { type Event, fieldsOf } from '#engine'
import { fieldValueText } from '../data-sections.ts'
import { nodeTitle } from '../node-title.ts'
import { branchTitle } from './names.ts'
import { lines, type Told, type Words } from './telling.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** What a supervisor did, with the reason given. */
export function tellSupervision(event: Of<'Suspended' | 'Resumed' | 'SentBack' | 'Reopened' | 'Cancelled'>, words: Words): Told {
  const { t, definition } = words
  switch (event.type) {
    case 'Suspended':
      return { title: t('history.suspended'), body: event.reason, problem: true }
    case 'Resumed':
      return { title: t('history.unsuspended'), body: event.reason }
    case 'SentBack': {
      const step = nodeTitle(definition, event.to)
      return { title: t('history.sentBack', { step }), body: event.reason, problem: true }
    }
    case 'Reopened':
      return { title: t('history.reopened', { step: nodeTitle(definition, event.to) }), body: event.reason }
    case 'Cancelled':
      return { title: t('history.cancelled'), body: event.reason, problem: true }
  }
}

/** Both values of every field that was put right. */
export function tellCorrection({ changes, reason }: Of<'DataCorrected'>, words: Words): Told {
  const { t, definition, locale, office } = words
  const fields = fieldsOf(definition)
  const value = (id: (typeof changes)[number]['field'], given: unknown) => {
    const field = fields.get(id)
    if (given === null || !field) return t('history.empty')
    return fieldValueText(field, given, {
      definition,
      data: {},
      files: [],
      positions: office.positions,
      locale,
      zone: office.zone,
    })
  }
  const put = changes.map(({ field, before, after }) =>
    t('history.change', {
      field: fields.get(field)?.label ?? field,
      before: value(field, before),
      after: value(field, after),
    }),
  )
  return { title: t('history.corrected'), body: lines(...put, reason) }
}

/** Where the machine could not go on, and how it went on after all. */
export function tellIncident(event: Of<'IncidentRaised' | 'IncidentResolved' | 'IncidentCleared'>, words: Words): Told {
  const { t, definition } = words
  const step = nodeTitle(definition, event.node)
  switch (event.type) {
    case 'IncidentRaised': {
      const fields = fieldsOf(definition)
      const missing = event.missing.map((id) => fields.get(id)?.label ?? id).join(', ')
      return {
        title: t('history.incident', { step }),
        body: lines(t(`incident.${event.code}`), missing && t('incident.missing', { fields: missing })),
        problem: true,
      }
    }
    case 'IncidentResolved':
      return { title: t('history.resolved', { step, way: branchTitle(words, event.edge) }), body: event.reason }
    case 'IncidentCleared':
      return { title: t('history.cleared', { step }) }
  }
}
