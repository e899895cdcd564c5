/** Every limit on what comes in and how long it may take. Shown in the guide; each has its own message. */
const KB = 1024
const MB = 1024 * KB
const MINUTE = 60_000
const HOUR = 60 * MINUTE

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
    /** The answer "try again" is there within thirty seconds, the way included. */
    request: 28_000,
    upload: 5 * 60_000,
    stop: 30_000,
    ready: 2_000,
  },
  /** How often one address (an IPv4 address, or a /64 network) may do it in one window; `RATE_FACTOR` multiplies `max`. */
  rates: {
    /** Applications and complaints that were taken; a form that was refused is not counted. */
    apply: { max: 20, windowMs: HOUR },
    /** Files sent over the interface by nobody in particular. */
    upload: { max: 60, windowMs: HOUR },
    /** Tickets that do not exist; following one's own request is never counted. */
    ticket: { max: 30, windowMs: HOUR },
    search: { max: 60, windowMs: MINUTE },
    /** Forms with room for files that nobody in particular sends: each is read whole before it is judged. */
    attached: { max: 120, windowMs: HOUR },
  },
  /** Of an agency's emblem: bytes, and pixels of its longer side. */
  emblem: { bytes: 500_000, pixels: 4000 },
  /** Of a file that is checked: packed parts that are looked into, bytes of each, codes that are looked up. */
  checkedFile: { packed: 300, unpackedBytes: 2 * MB, codes: 3 },
  /** Of signatures in one PDF: how many are looked at, bytes of one with its certificates, parts and depth of its structure. */
  signature: { atOnce: 16, contents: 192 * KB, nodes: 20_000, depth: 40, certificates: 20 },
  /** How often one person may ask the signature service, and how long it may take to answer. */
  signing: { max: 10, windowMs: 15 * MINUTE, serviceMs: 20_000 },
  /** Files that one person with an account may send. */
  personFiles: { max: 300, windowMs: HOUR },
  /** What one person may say about drafts, how many conversations a standard and how many comments one conversation holds. */
  comments: { max: 300, windowMs: HOUR, threads: 2000, inThread: 200 },
  /** Suggestions for one standard that nobody has settled yet. */
  openSuggestions: 50,
  /** Months that one appointment, absence or delegation may last; another letter makes another. */
  plhMonths: 3,
  pltMonths: 12,
  awayMonths: 12,
  /** A file that no step was sent with is given up after this, and swept away an hour later. */
  unsentFileMs: 24 * HOUR,
  /** How long the same key of a request gives the same answer again. */
  keptAnswersMs: 7 * 24 * HOUR,
  /** How long what was typed for a task that was withdrawn stays for whoever typed it. */
  withdrawnDraftsMs: 30 * 24 * HOUR,
  /** How long what was done to a draft is kept for windows that were away; who is behind it gets the whole draft. */
  draftLogMs: 7 * 24 * HOUR,
  /** How long a window counts as there after it was last heard of, and how old its word may grow before it is written again. */
  presence: { seenMs: 15_000, freshMs: 5_000 },
  /** Requests worked on at once by one process; one more is asked to come back. */
  requestsAtOnce: 256,
  /** Forms with files read at once, since each may take `body.upload` of memory: by one process, and of these from one address. */
  uploadsAtOnce: 8,
  uploadsAtOnceFromOne: 4,
  retryAfterSeconds: 2,
  /** Lines of one list of the monitor: at first, more at once, and at most. */
  monitorLines: { first: 50, more: 100, most: 1000 },
  pageCache: {
    bytes: 32 * MB,
    pageBytes: 2 * MB,
  },
  /** Part of the disk that must be free for the process to call itself ready. */
  freeDisk: 0.05,
} as const
