import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { BodyTooLarge } from './server/body-limit.ts'
import { noteFailure } from './server/failures.ts'
import { describeError, log } from './server/log.ts'

/** A page that streams longer than this is cut. */
export const streamTimeout = 10_000

/** Every page is made whole before it is sent: readers without JavaScript and robots get the same as all others. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answer = errorStatus(remixContext) ?? status
    // Cleared when the page is done: left running it would hold each page in memory for its whole time.
    let timer: NodeJS.Timeout | undefined
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough()
          body.once('close', () => clearTimeout(timer))
          headers.set('Content-Type', 'text/html; charset=utf-8')
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
          pipe(body)
          clearTimeout(timer)
        },
        onShellError(error: unknown) {
          clearTimeout(timer)
          reject(error)
        },
        onError(error: unknown) {
          answer = 500
          log({ level: 'error', msg: 'render failed', ...describeError(error) })
        },
      },
    )
    timer = setTimeout(abort, streamTimeout + 1_000)
  })
}

/**
 * A form that was refused on a page that is not there, or not for this person: the framework would send the form's own
 * status with the page of the error.
 */
function errorStatus({ staticHandlerContext }: EntryContext): number | null {
  const [failed] = Object.values(staticHandlerContext.errors ?? {})
  return isRouteErrorResponse(failed) ? failed.status : null
}

/** A loader or action that threw what is no Response. The page that follows says only that something went wrong. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || error instanceof BodyTooLarge) return
  noteFailure(context, error)
  log({ level: 'error', msg: 'failed', requestId: context.requestId, ...describeError(error) })
}
