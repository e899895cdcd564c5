import { expect, it } from 'vitest'
import type { FormId } from '#engine'
import { aDefinition, aField, aForm, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { mayBeTitle } from './field-kinds.ts'

it('lets only words of the form that begins a request name it', () => {
  const definition = aDefinition({
    nodes: [aStart(), aTask('apply', { form: 'request' }), aTask('study', { form: 'study' }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'study'), anEdge('study', 'end')],
    forms: [aForm('request', aField('text', 'subject')), aForm('study', aField('text', 'finding'))],
  })
  expect(mayBeTitle('text', 'request' as FormId, definition)).toBe(true)
  expect(mayBeTitle('choice', 'request' as FormId, definition)).toBe(true)
  expect(mayBeTitle('file', 'request' as FormId, definition)).toBe(false)
  expect(mayBeTitle('text', 'study' as FormId, definition)).toBe(false)
})
