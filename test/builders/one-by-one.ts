import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aStart,
  aTask,
  type EdgeInput,
  type NodeInput,
} from './definition.ts'

export const start = () => aStart({ lane: 'applicant' })
export const apply = () => aTask('apply', { lane: 'applicant' })
export const is = (field: string, value: string | number) => ({ kind: 'field', field, op: 'is', value }) as never

/** start → apply → the nodes given, one after another, unless edges say otherwise → end */
export function oneByOne(nodes: NodeInput[], edges?: EdgeInput[], parts: Parameters<typeof aDefinition>[0] = {}) {
  const chain = ['start', 'apply', ...nodes.map(({ id }) => id), 'end']
  return aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('legal')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'asked' }), ...nodes, anEnd()],
    edges: edges ?? chain.slice(1).map((to, index) => anEdge(chain[index] as string, to)),
    forms: [aForm('asked', aField('text', 'name'), aField('date', 'day', { required: true }), aField('date', 'maybe'))],
    ...parts,
  })
}
