import { expect, it } from 'vitest'
import { checkDefinition, definitionRules } from '#engine'
import { largeStandard } from '#test/builders/large-standard.ts'
import { wholeAgency } from '#test/builders/whole-standard.ts'
import { printTable } from '#test/support/table.ts'

it('checks 500 steps by every rule in under 200 ms', () => {
  const context = wholeAgency()
  const checks = Array.from({ length: 8 }, () => {
    // Each draft is a new one: what is worked out once for a flow is worked out again.
    const draft = largeStandard(165)
    return timeOf(() => checkDefinition(draft, context))
  })
  const [first = 0, ...later] = checks
  const draft = largeStandard(165)
  const slowest = definitionRules
    .map((rule) => [rule.name, timeOf(() => rule.check(draft, context))] as const)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
  printTable(
    [`${draft.flow.nodes.length} nodes, ${draft.flow.edges.length} edges`, 'ms of processor time'],
    [
      ['first check of a program', first.toFixed(0)],
      ['later, the slowest', Math.max(...later).toFixed(0)],
      ['later, the fastest', Math.min(...later).toFixed(0)],
      ...slowest.map(([name, ms]) => [`  ${name}`, ms.toFixed(1)]),
    ],
  )
  expect(Math.min(...later)).toBeLessThan(200)
})

/** Processor time in ms, which neighbours on a busy machine change little. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
