/** The operator left something out or gave what cannot be read. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
