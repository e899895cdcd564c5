import type { AppLoadContext } from '@remix-run/node'
import { newerReleaseCode } from '#engine'

/** What a loader or action threw, kept beside the request: the framework turns it into a page and tells nobody. */
const failures = new WeakMap<AppLoadContext, unknown>()

export const noteFailure = (context: AppLoadContext, error: unknown) => void failures.set(context, error)
export const failureOf = (context: AppLoadContext): unknown => failures.get(context)

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL: shutting down, crashed, starting up, idle too long, a transaction too long without a word
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  // a statement or a lock waited too long, or two waited for each other
  '57014',
  '55P03',
  '40P01',
  // its disk cannot be written, it became one that only reads
  '58030',
  '25006',
  // another process of this site is of a newer release, and can do it
  newerReleaseCode,
  // a disk of ours is full, or this account has all that it may have
  'ENOSPC',
  'EDQUOT',
])
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|connection timeout|Client has encountered a connection error|Client was closed/i

/** PostgreSQL's classes of what passes by itself: the connection broke (08), room, memory or connections ran out (53). */
const awayClasses = /^(08|53)[0-9A-Z]{3}$/

const unreadable = new Set([
  // PostgreSQL: text that is no UTF-8 or holds a null character, plain or as \u0000 in JSON
  '22021',
  '22P05',
])

/** What was sent holds characters that no database of ours keeps: the sender's to mend. */
export function isUnreadable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && unreadable.has(String(at.code))) return true
  }
  return false
}

/** The database is away or overloaded: an answer of "try again", not a fault of ours. */
export function isUnavailable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? String(at.code) : ''
    if (awayCodes.has(code) || awayClasses.test(code) || awayWords.test(at.message)) return true
  }
  return false
}
