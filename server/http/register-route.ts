import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { invariant } from '../../shared/assert.ts'
import type { Role } from '../../shared/domain/values.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { PROTOCOL_HEADER, routes } from '../../shared/protocol/routes.ts'
import type { Session } from '../auth/session.ts'
import { bearerOf, socketTokenOf } from './credentials.ts'
import { assertServed } from '../sync/upgrades.ts'
import { versionOf } from './version-header.ts'
import type { HubRoute } from './route.ts'
import type { Services } from './services.ts'

/** Routes that say themselves which versions are served, or whose readers are no laptops. */
const ANY_VERSION: ReadonlySet<string> = new Set(['hello', 'health'])

/** Sessions by request: found before the body is read, so that nobody unknown makes the hub read megabytes. */
const sessions = new WeakMap<FastifyRequest, Session>()

function sessionOf(request: FastifyRequest): Session {
  const session = sessions.get(request)
  invariant(session, 'a route for agents runs behind its guard')
  return session
}

async function admit(request: FastifyRequest, token: string | null, gate: Gate): Promise<void> {
  if (token === null) throw new AppError(ErrorCode.SignedOut, 'A session is needed')
  const session = await gate.services.accounts.authenticate(token)
  if (!gate.roles.some(role => role === session.agent.role)) {
    throw new AppError(ErrorCode.NotAllowed, 'This role may not do that')
  }
  sessions.set(request, session)
}
type Gate = { readonly services: Services; readonly roles: readonly Role[] }

function guardOf(route: HubRoute, services: Services): (request: FastifyRequest) => Promise<void> {
  return async request => {
    if (!ANY_VERSION.has(route.name)) assertServed(versionOf(request.headers[PROTOCOL_HEADER]))
    if (route.access === 'public') return
    const token = route.access === 'socket' ? socketTokenOf(request) : bearerOf(request)
    await admit(request, token, { services, roles: route.roles })
  }
}

/** Puts one line of the route table into Fastify. */
export function registerRoute(app: FastifyInstance, route: HubRoute, services: Services): void {
  const common = {
    method: route.method,
    url: routes[route.name],
    onRequest: guardOf(route, services),
    ...(route.bodyLimit > 0 ? { bodyLimit: route.bodyLimit } : {}),
  }
  if (route.access === 'socket') {
    app.route({
      ...common,
      handler: async () => {
        throw new AppError(ErrorCode.BadRequest, 'This address takes WebSockets only')
      },
      wsHandler: (socket: WebSocket, request: FastifyRequest) =>
        route.accept(socket, { request, services, session: sessionOf(request) }),
    })
    return
  }
  const handler = (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    route.access === 'public'
      ? route.handle({ request, reply, services })
      : route.handle({ request, reply, services, session: sessionOf(request) })
  app.route({ ...common, handler })
}
