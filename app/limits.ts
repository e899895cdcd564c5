/** Every limit on what comes in and how long it may take. Shown in the guide; each has its own message. */
const KB = 1024
const MB = 1024 * KB

export const limits = {
  /** Bytes of a request's body. */
  body: {
    form: 256 * KB,
    definition: 1 * MB,
    file: 10 * MB,
    files: 5,
    /** All files of one request and the fields around them. */
    upload: 51 * MB,
  },
  /** Milliseconds. */
  time: {
    headers: 10_000,
    request: 30_000,
    upload: 5 * 60_000,
    stop: 30_000,
    ready: 2_000,
  },
  /** Requests worked on at once by one process; one more is asked to come back. */
  requestsAtOnce: 256,
  retryAfterSeconds: 2,
  pageCache: {
    bytes: 32 * MB,
    pageBytes: 2 * MB,
  },
  /** Part of the disk that must be free for the process to call itself ready. */
  freeDisk: 0.05,
} as const
