/** The code of an error that ends when a process of the newer release is asked. */
export const newerReleaseCode = 'BAKU_NEWER_RELEASE'

/**
 * A record holds an event of a kind that came after this program. No state that leaves it out is the record's, so nothing is
 * decided on it.
 */
export class EventOfNewerRelease extends Error {
  readonly code = newerReleaseCode

  constructor(readonly type: string) {
    super(`an event of a newer release: ${type}`)
  }
}
