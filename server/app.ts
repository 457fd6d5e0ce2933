import { randomUUID } from 'node:crypto'
import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fastify } from 'fastify'
import { AppError, ErrorCode } from '../shared/errors.ts'
import type { ErrorBody } from '../shared/protocol/error-body.ts'
import { SUBPROTOCOL } from '../shared/protocol/routes.ts'
import { placeOf, toFailure } from './http/failure.ts'
import { registerRoute } from './http/register-route.ts'
import type { HubRoute } from './http/route.ts'
import { SMALL_BODY_BYTES } from './http/route.ts'
import { routeTable } from './http/route-table.ts'
import { setSecurityHeaders } from './http/security-headers.ts'
import type { Services } from './http/services.ts'
import { statusOf } from './http/status.ts'

/** A chunk of an attachment over a poor line takes its time; a request that never ends does not get more. */
const REQUEST_MS = 120_000
/** Longer than load balancers keep idle connections, so that they are the ones to close them. */
const KEEP_ALIVE_MS = 75_000
const MAX_PARAM_LENGTH = 100
const MAX_FRAME_BYTES = 16_384

/** The hub's HTTP side: the route table in Fastify, one error body, one log line a request. */
export async function createApp(
  services: Services,
  table: readonly HubRoute[] = routeTable,
): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    // The entry the outermost of our proxies added; whatever stands before it, anybody could have written.
    trustProxy: (_address, hop) => hop < services.proxies,
    bodyLimit: SMALL_BODY_BYTES,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: (error, _request, reply) => void sendFailure(reply, error),
  })
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply)
    void reply.header('x-request-id', request.id)
    refuseEncodedBody(request)
  })
  app.addHook('onResponse', async (request, reply) => logRequest(services, request, reply))
  app.setErrorHandler((error, request, reply) => {
    noteUnexpected(services, request, error)
    return sendFailure(reply, error)
  })
  app.setNotFoundHandler((_request, reply) =>
    sendFailure(reply, new AppError(ErrorCode.NotFound, 'There is nothing at this address')),
  )
  await app.register(websocket, {
    options: { maxPayload: MAX_FRAME_BYTES, handleProtocols: () => SUBPROTOCOL, perMessageDeflate: false },
  })
  for (const route of table.filter(({ takesForm }) => takesForm !== true)) registerRoute(app, route, services)
  await app.register(async pages => {
    takeForms(pages)
    for (const route of table.filter(({ takesForm }) => takesForm === true))
      registerRoute(pages, route, services)
  })
  return app
}

/** Only where a page of ours sends a form: everywhere else a body that is no JSON is refused. */
function takeForms(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'application/octet-stream'])
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}

/** Bodies are taken as they are: a compressed one could be a thousand times its limit. */
function refuseEncodedBody({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding']
  if (encoding === undefined || encoding === 'identity') return
  throw new AppError(ErrorCode.BadRequest, 'Compressed bodies are not taken', {
    where: 'headers.content-encoding',
  })
}

function sendFailure(reply: FastifyReply, error: unknown): FastifyReply {
  const failure = toFailure(error)
  const retryAfterMs = failure.details['retryAfterMs']
  if (typeof retryAfterMs === 'number') void reply.header('retry-after', Math.ceil(retryAfterMs / 1000))
  const body: ErrorBody = { error: { ...failure, details: { ...failure.details } } }
  return reply
    .code(statusOf(failure.code))
    .header('tandem-error', failure.code)
    .removeHeader('content-encoding')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))
}

function noteUnexpected({ log }: Services, request: FastifyRequest, error: unknown): void {
  const { code, details } = toFailure(error)
  if (code !== ErrorCode.Internal) return
  log.error('http.failed', {
    request: request.id,
    name: String(details['name'] ?? ''),
    place: placeOf(error),
  })
}

/** The route's pattern, never the address: ids and cursors stay out of the log. */
function logRequest({ log }: Services, request: FastifyRequest, reply: FastifyReply): void {
  log.info('http.request', {
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'unknown',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  })
}
