import { it } from 'vitest'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { atMost, letter, waits } from '#test/builders/waiting.ts'
import { waitBounded } from './wait-bounded.ts'

it('finds a wait without end', () => {
  verifyRule(waitBounded, {
    accepts: {
      'a longest time': waits({ ...letter, atMost }),
      'a length of time': waits({ kind: 'duration', duration: atMost }),
    },
    rejects: {
      'news that may never come': [
        waits(letter),
        [{ code: 'wait-without-end', nodeId: 'reply', params: { words: 'Surat diterima' } }],
      ],
    },
  })
})
