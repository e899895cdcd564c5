export type StartErrorCode =
  | 'data-dir-locked'
  | 'data-dir-unreadable'
  | 'database-unreachable'
  | 'database-auth'
  | 'database-missing'
  | 'database-newer'
  | 'database-owner-needed'

/** Why the program cannot start: a closed code and what a one-line message needs. Never holds a password. */
export class StartError extends Error {
  constructor(
    readonly code: StartErrorCode,
    readonly data: Readonly<Record<string, string | number>>,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${JSON.stringify(data)}`, options)
    this.name = 'StartError'
  }
}
