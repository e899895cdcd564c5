import { z } from 'zod'
import { ok, type Result, refuse } from '#app/result.ts'
import type { InstanceRefusal } from '#app/use-cases/instances/run-command.server.ts'
import type { ApiRefusal } from './problem.ts'

/** Of commands on a request: the `ETag` with which it was read. */
export const ifMatch = z.object({ 'If-Match': z.string().optional() })

export const tagOfRevision = (revision: number): string => `"${revision}"`

/** Where the sender saw the request stand; nothing when they do not mind. Compression marks a tag as weak on its way out. */
export function expectedRevision({ headers }: Pick<Request, 'headers'>): Result<{ expectedRevision?: number }, ApiRefusal> {
  const given = headers.get('If-Match')?.trim()
  if (given === undefined || given === '*') return ok({})
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1]
  return revision === undefined ? refuse({ code: 'precondition-failed' }) : ok({ expectedRevision: Number(revision) })
}

/** Whoever named a revision is told that it is no longer so, in the way of HTTP. */
export function inHttp(refusal: InstanceRefusal, asked: { expectedRevision?: number }): ApiRefusal {
  const outdated = refusal.code === 'conflict' && refusal.what === 'instance' && asked.expectedRevision !== undefined
  return outdated ? { code: 'precondition-failed' } : refusal
}
