import { z } from 'zod'
import { version } from '../package.ts'
import type { ApiDescription, Route } from '../rooms/route.ts'

type Json = Record<string, unknown>

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string().optional(),
    problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .describe('RFC 9457')

/** The OpenAPI 3.1 document of every route of kind `api`, made from the schemas that the handlers read with. */
export function describeApi(baseUrl: string, routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    if (route.kind !== 'api' || !route.openapi) continue
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route, route.openapi) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Meritum', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  }
}

function describeRoute(route: Route, api: ApiDescription): Json {
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    summary: api.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(api.request && { requestBody: { required: true, content: requestContent(api) } }),
    responses: {
      [api.status ?? 200]: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(api.response, 'output'), example: api.example } },
      },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(route.who !== 'anyone' && { security: [{ session: [] }] }),
  }
}

function requestContent({ request, fileField }: ApiDescription): Json {
  if (request === undefined || request === 'raw') return { 'application/octet-stream': {} }
  const json = { 'application/json': { schema: schemaOf(request, 'input') } }
  if (!fileField) return json
  const files = { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } }
  return {
    ...json,
    'multipart/form-data': { schema: { type: 'object', properties: { [fileField]: files } } },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return json
}
