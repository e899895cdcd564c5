import { codeOf, isDone, type Told } from './interface.ts'
import { say } from './report.ts'

/** What happened in all rounds of one race. */
export type Race = {
  what: string
  way: string
  rounds: number
  clients: number
  won: number
  /** Refusals by their code. */
  refused: Record<string, number>
  milliseconds: number
}

type Plan = {
  what: string
  way: string
  rounds: number
  clients: number
  /** All clients at once; what was amiss in this round. */
  round(n: number): Promise<{ answers: readonly Told[]; faults: readonly string[] }>
}

/** Runs the rounds one after the other and stops at the first in which something is amiss. */
export async function race({ what, way, rounds, clients, round }: Plan): Promise<Race> {
  const held: Race = { what, way, rounds, clients, won: 0, refused: {}, milliseconds: 0 }
  for (let n = 1; n <= rounds; n++) {
    const began = performance.now()
    const { answers, faults } = await round(n)
    held.milliseconds += performance.now() - began
    if (faults.length > 0) throw new Error(`${what} by ${way}, round ${n}: ${faults.join('; ')}`)
    for (const told of answers) {
      if (isDone(told)) held.won += 1
      else held.refused[codeOf(told)] = (held.refused[codeOf(told)] ?? 0) + 1
    }
    if (n % 25 === 0) say(`${what} by ${way}: ${n} of ${rounds} rounds, ${(held.milliseconds / 1000).toFixed(0)} s`)
  }
  return held
}

/** One client gets it and all others are told one of the codes. */
export function oneWinner(answers: readonly Told[], codes: readonly string[]): string[] {
  const won = answers.filter(isDone).length
  const strange = answers.filter((told) => !isDone(told) && !codes.includes(codeOf(told))).map(codeOf)
  return [...(won === 1 ? [] : [`${won} winners`]), ...strange.slice(0, 3)]
}
