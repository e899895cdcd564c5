/** Runs work bit by bit, giving way to whatever waits between; newer work takes the place of older at once. */
export function createTurns<T>(tell: (said: T) => void, later: (go: () => void) => void = (go) => setTimeout(go)) {
  let current: Iterator<T | null> | null = null
  const go = (work: Iterator<T | null>) => {
    if (work !== current) return
    const { value, done } = work.next()
    if (value !== null && !done) tell(value)
    if (!done) later(() => go(work))
  }
  return {
    begin(work: Iterator<T | null>) {
      current = work
      later(() => go(work))
    },
    stop() {
      current = null
    },
  }
}
