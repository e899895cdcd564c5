import type { LoaderFunctionArgs } from '@remix-run/node'
import { cpsvService } from '#engine'
import { dataAnswer, jsonText } from './data-answer.ts'
import { standardAt } from './reading.server.ts'

/** A service in CPSV-AP. An SOP tells how an office works; it is no service that anybody can have. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  if (view.definition.identity.kind !== 'service') throw new Response(null, { status: 404 })
  return dataAnswer(jsonText(cpsvService(view, context.ports.settings.origin)), {
    type: 'application/ld+json; charset=utf-8',
    file: `${view.slug}-v${view.publication.version}.jsonld`,
  })
}
