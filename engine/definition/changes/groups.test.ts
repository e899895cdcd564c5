import { expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { applyEdits } from '../edit/index.ts'
import type { EdgeId, NodeId } from '../ids.ts'
import { partChangesBetween } from './between.ts'
import { changeGroups } from './groups.ts'

const before = aDefinition()

function groupsAfter(...edits: Parameters<typeof applyEdits>[1]) {
  const edited = applyEdits(before, edits)
  if (!edited.ok) throw new Error(edited.refusal.code)
  return changeGroups(partChangesBetween(before, edited.definition))
}

it('decides about two steps and the title one by one', () => {
  const groups = groupsAfter(
    { type: 'SetIdentity', patch: { title: 'Lain' } },
    { type: 'UpdateNode', node: 'apply' as NodeId, patch: { activity: 'Mengajukan' } },
    { type: 'UpdateNode', node: 'process' as NodeId, patch: { activity: 'Memproses', note: 'Cepat' } },
  )
  expect(groups.map(({ changes }) => changes.length)).toEqual([1, 1, 2])
  expect(new Set(groups.map(({ key }) => key)).size).toBe(3)
})

it('decides about a step that goes together with the lines that go with it', () => {
  const groups = groupsAfter({ type: 'RemoveNode', node: 'process' as NodeId })
  expect(groups).toHaveLength(1)
  expect(groups[0]?.changes.map(({ part }) => part.of)).toContain('edge')
})

it('leaves no change out and puts none in two groups', () => {
  const edited = applyEdits(before, [
    { type: 'RemoveEdge', edge: 'apply-process' as EdgeId },
    { type: 'UpdateNode', node: 'apply' as NodeId, patch: { activity: 'Mengajukan' } },
  ])
  if (!edited.ok) throw new Error(edited.refusal.code)
  const changes = partChangesBetween(before, edited.definition)
  const grouped = changeGroups(changes).flatMap((group) => group.changes)
  expect(new Set(grouped)).toEqual(new Set(changes))
  expect(grouped).toHaveLength(changes.length)
})
