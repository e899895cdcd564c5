import { expect, it } from 'vitest'
import type { FieldId } from '#engine'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { applicantData, applicantNodes } from './applicant-view.ts'

const definition = aDefinition({
  title: 'Jawaban surat',
  lanes: [anApplicantLane(), aLane('clerk'), aLane('head')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant', form: 'request' }),
    aTask('study', { lane: 'clerk', form: 'study' }),
    aReview('check', ['accept', 'revise'], { lane: 'head' }),
    aTask('answer', { lane: 'clerk', form: 'answer' }),
    anEnd('done'),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'study'),
    anEdge('study', 'check'),
    anEdge('check', 'answer', { outcome: 'accept' }),
    anEdge('check', 'study', { outcome: 'revise' }),
    anEdge('answer', 'done'),
  ],
  forms: [
    aForm('request', aField('text', 'subject')),
    aForm('study', aField('longText', 'finding')),
    aForm('answer', aField('longText', 'reply'), aField('longText', 'grounds', { internal: true })),
  ],
})
const known = { subject: 'Jalan rusak', finding: 'Sudah ditinjau', reply: 'Akan diperbaiki', grounds: 'Catatan inspektorat' }
const data = known as Record<FieldId, string>

it('shows an applicant the own words and what is handed over at the end, not what the office worked out between', () => {
  expect([...applicantNodes(definition, { open: [], status: 'completed' })].sort()).toEqual(['answer', 'apply'])
})

it('never shows what the definition marks as the office’s own, though its step hands over', () => {
  expect(applicantData(definition, { open: [], status: 'completed', data })).toEqual({
    subject: 'Jalan rusak',
    reply: 'Akan diperbaiki',
  })
})
