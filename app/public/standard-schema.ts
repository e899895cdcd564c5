import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { OpenStandard } from '#engine'
import { dataAnswer, jsonText } from './data-answer.ts'

/** The JSON Schema of a standard as data, version 1. Made from what makes the data; open to fields that come later. */
export function loader({ context }: LoaderFunctionArgs) {
  return dataAnswer(jsonText(standardSchema(context.ports.settings.origin)), {
    type: 'application/schema+json; charset=utf-8',
    file: 'standar-1.json',
  })
}

export function standardSchema(origin: string): Record<string, unknown> {
  const { $schema, ...made } = z.toJSONSchema(OpenStandard, { io: 'input', target: 'draft-2020-12' })
  return { $schema, $id: `${origin}/skema/standar-1.json`, title: 'Standar pelayanan', ...made }
}
