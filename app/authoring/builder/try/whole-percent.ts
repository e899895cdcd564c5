/** A chance as a whole number. What may fail is never called certain, nor what may happen out of the question. */
export function wholePercent(chance: number): number {
  if (chance <= 0 || chance >= 100) return chance
  return Math.min(99, Math.max(1, Math.round(chance)))
}
