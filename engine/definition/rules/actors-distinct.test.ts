import { it } from 'vitest'
import { aDefinition, aLane, anApplicantLane } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { actorsDistinct } from './actors-distinct.ts'

const among = (...lanes: ReturnType<typeof aLane>[]) => aDefinition({ lanes: [anApplicantLane(), aLane('officer'), ...lanes] })

it('finds a role that is drawn twice', () => {
  verifyRule(actorsDistinct, {
    accepts: {
      'roles with a number of their own': among(
        aLane('one', ['one'], { name: 'Seksi 1' }),
        aLane('two', ['two'], { name: 'Seksi 2' }),
      ),
      'roles that share one of their positions': among(aLane('a', ['x', 'y']), aLane('b', ['y'])),
      'roles without positions yet': among(aLane('a', []), aLane('b', [])),
    },
    rejects: {
      'the same name with a number in brackets': [
        among(aLane('head', ['head'], { name: 'Kabid PIKP' }), aLane('again', ['deputy'], { name: 'kabid PIKP (2)' })),
        [{ code: 'lane-twice', laneId: 'again', params: { lane: 'kabid PIKP (2)', other: 'Kabid PIKP' } }],
      ],
      'the name of one as another name of the other': [
        among(
          aLane('team', ['team'], { name: 'Tim Pelaksanaan', aliases: ['Tim Pelaksana'] }),
          aLane('t', ['t'], { name: 'Tim Pelaksana' }),
        ),
        [{ laneId: 't' }],
      ],
      'the same positions': [among(aLane('a', ['x', 'y']), aLane('b', ['y', 'x'])), [{ laneId: 'b' }]],
    },
  })
})
