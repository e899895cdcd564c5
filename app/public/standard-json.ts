import type { LoaderFunctionArgs } from '@remix-run/node'
import { addressesOf, openStandard } from '#engine'
import { dataAnswer, jsonText } from './data-answer.ts'
import { openPapers } from './open-papers.server.ts'
import { standardAt } from './reading.server.ts'

/** The public content of a standard, or of one version of it, as data. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const { origin } = context.ports.settings
  const at = addressesOf(view, origin)
  const document = openStandard(view, origin, openPapers(view, origin))
  return dataAnswer(jsonText(document), {
    type: 'application/json; charset=utf-8',
    file: `${view.slug}-v${document.version}.json`,
    links: [
      { href: at.schema, rel: 'describedby' },
      { href: document.id, rel: 'canonical' },
    ],
  })
}
