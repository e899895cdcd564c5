import { fieldOf } from '#app/authoring/words-form.ts'
import type { Definition, Finding } from '#engine'
import type { InspectorTab, Selection } from '../store.ts'

/** Where a finding is mended: in the details of a thing, in those of the standard itself, or in the form of words. */
export type FindingPlace =
  | { kind: 'details'; selection: Selection; tab: InspectorTab }
  /** The list of steps, where what is missing is drawn. */
  | { kind: 'steps' }
  /** Below the address of the standard. */
  | { kind: 'page'; path: string }

/** The place of a finding; every one has one. */
export function placeOf(finding: Finding, definition: Definition): FindingPlace {
  const selection = selectionOf(finding, definition)
  if (selection) return { kind: 'details', selection, tab: tabOf(finding) }
  const { path = '', formId } = finding
  if (path === 'flow.nodes' || path === 'components.procedure' || formId) return { kind: 'steps' }
  const anchor = anchorOf(path)
  return anchor === null ? { kind: 'details', selection: null, tab: 'words' } : { kind: 'page', path: `/komponen#${anchor}` }
}

/** The address of a place on a page that is no builder. */
export function addressOf(finding: Finding, definition: Definition, home: string): string {
  const place = placeOf(finding, definition)
  switch (place.kind) {
    case 'page':
      return `${home}${place.path}`
    case 'steps':
      return home
    case 'details':
      return place.selection ? `${home}#${place.selection.id}` : home
  }
}

/** The part of the form of words, or in it the very field. */
function anchorOf(path: string): string | null {
  const [part, key] = path.split('.')
  if (path === 'sop') return 'bagian-sop'
  if (path === 'decree') return 'bagian-sk'
  if (part === 'sop' || part === 'decree') return `words-${fieldOf(path)}`
  if (part !== 'components' || key === undefined) return null
  return path === `components.${key}` ? `bagian-${key}` : `words-${fieldOf(path)}`
}

/** A form is mended at the first step that asks by it. */
function selectionOf({ nodeId, edgeId, laneId, formId }: Finding, { flow }: Definition): Selection {
  if (edgeId && flow.edges.some(({ id }) => id === edgeId)) return { kind: 'edge', id: edgeId }
  if (nodeId && flow.nodes.some(({ id }) => id === nodeId)) return { kind: 'node', id: nodeId }
  if (laneId && flow.lanes.some(({ id }) => id === laneId)) return { kind: 'lane', id: laneId }
  const asking = formId && flow.nodes.find((node) => node.kind === 'task' && node.form === formId)
  return asking ? { kind: 'node', id: asking.id } : null
}

function tabOf({ code, formId }: Finding): InspectorTab {
  if (formId) return 'form'
  if (/^(outcome|revise|rejection)/.test(code)) return 'outcomes'
  if (code.startsWith('call')) return 'call'
  if (/^(wait|return|warning|deadline|time|day|hours|shared|promise)/.test(code)) return 'time'
  if (/^(joint|quorum|performer|starter|applicant|maker)/.test(code)) return 'who'
  if (code.startsWith('duration') || code.startsWith('anchor')) return 'time'
  if (code.startsWith('disposition') || code.startsWith('four') || code.startsWith('assigned') || code.includes('lane'))
    return 'who'
  return code.includes('form') || code.includes('field') ? 'form' : 'words'
}
