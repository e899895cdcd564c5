import type { LoaderFunctionArgs } from '@remix-run/node'
import { readInForce } from '#app/use-cases/public/read-in-force.server.ts'
import { dataCatalogue } from '#engine'
import { dataAnswer, jsonText } from './data-answer.ts'
import { orNotFound } from './reading.server.ts'

/** The standards in force of an agency as a catalogue of data. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = orNotFound(await readInForce({ agency: params.agency ?? '' }, context.ports))
  return dataAnswer(jsonText(dataCatalogue(view, context.ports.settings.origin)), {
    type: 'application/ld+json; charset=utf-8',
    file: `katalog-${view.agencyId}.jsonld`,
  })
}
