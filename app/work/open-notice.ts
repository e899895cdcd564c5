import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { valueOrPage } from '#app/answer.server.ts'
import { openNotice } from '#app/use-cases/notices/open-notice.server.ts'
import { noticeTarget } from './notice-words.ts'

/** The way from a notice to what it is about. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const notice = await openNotice({ visitor: await context.visitor(), id: params.id ?? '' }, context.ports)
  return redirect(noticeTarget(valueOrPage(notice, request)))
}
