import type { LoaderFunctionArgs } from '@remix-run/node'
import { agencyPlace } from '../agency-args.server.ts'

/** The book that an address asks for, on the page and in its files alike. */
export async function askedBook(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const asked = { year: query.get('tahun'), book: query.get('seri'), status: query.get('status'), text: query.get('q') }
  return { ...(await agencyPlace(args)), ...asked }
}
