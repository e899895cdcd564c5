import { digestOf } from '#db/canonical-digest.ts'
import type { Opened } from '#db/connection.ts'
import { canonicalJson } from '#engine'
import { soundStandard } from '#test/builders/sound.ts'
import { isDone, type Told } from './interface.ts'
import type { Lap } from './laps.ts'
import { aRegister, type Register } from './office-at-work.ts'
import { type Race, race } from './rounds.ts'

/** No office sets tens of thousands of standards: after so many rounds another one goes on, with a series of its own. */
const roundsOfRegister = 25

/**
 * Everybody signs under the same series. In one round of five that is forty standards, ten of them by two clients at once as
 * when a signatory clicks twice; in the others ten standards, each by five. All who sign one are told the same number,
 * and it is given once.
 */
export async function oneSeries({ opened, all, way, rounds, clients }: Lap): Promise<Race> {
  const few = Math.max(1, Math.floor(clients / 5))
  const today = new Date().toISOString().slice(0, 10)
  const text = canonicalJson(soundStandard())
  const registers: Register[] = []
  let given = 0
  let before = 0
  const held = await race({
    ...{ what: 'one number series', way, rounds, clients },
    async round(lap) {
      const standards = lap % 5 === 1 ? clients - few : few
      if (lap % roundsOfRegister === 1) {
        registers.push(await aRegister(opened))
        before = 0
      }
      const { agencyId, seriesId, signatory } = registers.at(-1) as Register
      await approveMany(opened, agencyId, `sk-${lap}-`, standards, text)
      const answers = await all(
        Array.from({ length: clients }, (_, client) => ({
          ...{
            method: 'POST',
            path: `/standards/${agencyId}/sk-${lap}-${client % standards}/publish`,
            token: signatory.token,
          },
          body: { series: seriesId, signedOn: today, effectiveOn: today, signatory: 'head', digest: digestOf(text) },
        })),
      )
      const faults = inARow(answers, before, standards)
      before += standards
      given += standards
      return { answers, faults }
    },
  })
  const faults = await faultsOfRegisters(opened, registers, given)
  if (faults.length > 0) throw new Error(`one number series by ${way}: ${faults.join('; ')}`)
  return held
}

/** Each series holds 1, 2, … as far as its counter, and all of them as many numbers as standards were signed. */
async function faultsOfRegisters({ execute }: Opened, registers: readonly Register[], given: number): Promise<string[]> {
  const found = await execute<{ series: string; n: number; seqs: number; last: number }>(
    `select c.agency_id as series, c.last, count(d.seq)::int as n, count(distinct d.seq)::int as seqs
     from counters c join decrees d on d.agency_id = c.agency_id and d.series_id = c.series_id and d.year = c.year
     where c.agency_id = any($1::text[]) group by c.agency_id, c.last`,
    [registers.map(({ agencyId }) => agencyId)],
  )
  const uneven = found.filter(({ n, seqs, last }) => n !== last || seqs !== last)
  const total = found.reduce((sum, { n }) => sum + n, 0)
  return [...uneven.map((one) => JSON.stringify(one)), ...(total === given ? [] : [`${total} numbers for ${given} standards`])]
}

/** Approved by the book of this drill: who wrote and approved it was not what is raced for. */
async function approveMany({ execute }: Opened, agencyId: string, prefix: string, count: number, text: string): Promise<void> {
  await execute(
    `insert into standards (agency_id, slug, title) select $1, $2 || n, 'Standar ' || n from generate_series(0, $3::int - 1) n`,
    [agencyId, prefix, count],
  )
  await execute(
    `insert into versions (agency_id, slug, number, status, body, digest)
     select $1, $2 || n, 1, 'approved', $4, $5 from generate_series(0, $3::int - 1) n`,
    [agencyId, prefix, count, text, digestOf(text)],
  )
}

/** All were answered, and the numbers of a round follow those before, each standard's own, none missing and none twice. */
function inARow(answers: readonly Told[], before: number, standards: number): string[] {
  const refused = answers.filter((told) => !isDone(told)).map(({ status, body }) => `${status} ${body.code}`)
  if (refused.length > 0) return refused.slice(0, 3)
  const numbers = answers.map(({ body }) => Number.parseInt(String(Object(body.decree).number), 10))
  const own = numbers.slice(0, standards)
  const again = numbers.slice(standards)
  const expected = Array.from({ length: standards }, (_, index) => before + index + 1)
  const isWhole = JSON.stringify([...own].sort((a, b) => a - b)) === JSON.stringify(expected)
  const isSame = again.every((number, index) => number === own[index % standards])
  return [...(isWhole ? [] : ['the numbers are not in a row']), ...(isSame ? [] : ['two numbers for one standard'])]
}
