import { expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { given, start } from '#test/engine/given.ts'
import { evolve, replay } from './evolve.ts'
import type { Event } from './messages.ts'
import { EventOfNewerRelease } from './newer-release.ts'

const later = { type: 'Beamed', at: 0 } as unknown as Event

it('a record with an event that came after this program gives no state, rather than one that leaves it out (P2)', () => {
  const story = given(aDefinition(), start())
  expect(() => evolve(story.state, later)).toThrow(EventOfNewerRelease)
  expect(() => replay([...story.events, later])).toThrow('Beamed')
})
