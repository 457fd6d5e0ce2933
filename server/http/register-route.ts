import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { invariant } from '../../shared/assert.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
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
const ANY_VERSION: ReadonlySet<string> = new Set([
  'hello',
  'health',
  'engineering',
  'productEvents',
  'records',
  'tickets',
  'survey',
])

/** Sessions by request: found before the body is read, so that nobody unknown makes the hub read megabytes. */
const sessions = new WeakMap<FastifyRequest, Session>()

/** Workspaces of trackers by request, found before the body is read. */
const trackers = new WeakMap<FastifyRequest, WorkspaceId>()

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
async function admitTracker(request: FastifyRequest, services: Services): Promise<void> {
  const token = bearerOf(request)
  const workspaceId = token === null ? null : await services.engineering.admit(token)
  // Whoever is signed in as a person is told that this is not for people.
  if (workspaceId === null) await admit(request, token, { services, roles: [] })
  else trackers.set(request, workspaceId)
}

function workspaceOf(request: FastifyRequest): WorkspaceId {
  const workspaceId = trackers.get(request)
  invariant(workspaceId, 'a route for trackers runs behind its guard')
  return workspaceId
}

type Gate = { readonly services: Services; readonly roles: readonly Role[] }

function guardOf(route: HubRoute, services: Services): (request: FastifyRequest) => Promise<void> {
  return async request => {
    if (!ANY_VERSION.has(route.name)) assertServed(versionOf(request.headers[PROTOCOL_HEADER]))
    if (route.access === 'public') return
    if (route.access === 'tracker') return admitTracker(request, services)
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
  const handler = (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const exchange = { request, reply, services }
    switch (route.access) {
      case 'public':
        return route.handle(exchange)
      case 'tracker':
        return route.handle({ ...exchange, workspaceId: workspaceOf(request) })
      case 'agent':
        return route.handle({ ...exchange, session: sessionOf(request) })
    }
  }
  app.route({ ...common, handler })
}
