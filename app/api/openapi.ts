import { z } from 'zod'
import { refusalStatus } from '#app/refusals.ts'
import { conflictCodes, requestStatus } from './problem.ts'
import type { Route } from './route.ts'

const codes = [...new Set([...Object.keys(refusalStatus), ...conflictCodes, ...Object.keys(requestStatus)])].sort()

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(codes),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    findings: z.array(z.unknown()).optional(),
  })
  .meta({ description: 'RFC 9457' })

/** The interface as OpenAPI 3.1, from the schemas that check the requests. */
export function openApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) }
  return {
    openapi: '3.1.0',
    info: { title: 'Baku', version: '1', description: 'Standards, decrees and the procedures that run by them.' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function operation(route: Route): Record<string, unknown> {
  const parameters = [
    ...fieldsOf(route.params).map((field) => parameter('path', field)),
    ...fieldsOf(route.query).map((field) => parameter('query', field)),
    ...fieldsOf(route.headers).map((field) => parameter('header', field)),
    ...(route.method === 'post' ? [requestKey] : []),
  ]
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    security: route.public ? [{}, { token: [] }] : [{ token: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(route),
    responses: {
      [route.status ?? 200]: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(route.answer, 'output') } },
      },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const requestKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and body give the same answer once more; the same key with another body is 422.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

function requestBody({ body, multipart }: Route): Record<string, unknown> {
  if (multipart)
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: schemaOf(multipart, 'input') } } } }
  if (!body) return {}
  const required = !body.safeParse({}).success
  return { requestBody: { required, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
}

type FieldOf = { name: string; required: boolean; schema: unknown }

function fieldsOf(schema: z.ZodType | undefined): FieldOf[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, of]) => ({ name, required: required.includes(name), schema: of }))
}

const parameter = (place: string, { name, required, schema }: FieldOf) => ({ name, in: place, required, schema })

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return made
}
