import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { Role } from '../../shared/domain/values.ts'
import { ROLES } from '../../shared/domain/values.ts'
import { isGuest } from '../../shared/rules/guests/what-guests-may.ts'
import type { routes } from '../../shared/protocol/routes.ts'
import type { Session } from '../auth/session.ts'
import type { Services } from './services.ts'

export type RouteName = keyof typeof routes
export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH'

export type Exchange = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly services: Services
}
export type SignedInExchange = Exchange & { readonly session: Session }

type Common = {
  readonly name: RouteName
  readonly method: Method
  /** Bytes of the largest body; 0 for requests without one. */
  readonly bodyLimit: number
  /** The body is a form of a page, not JSON. */
  readonly takesForm?: boolean
}

/** One method of one path: who may call it and what answers. The authorisation tests are generated from these. */
export type HubRoute = Common &
  (
    | { readonly access: 'public'; readonly handle: (exchange: Exchange) => Promise<unknown> }
    | {
        readonly access: 'agent'
        readonly roles: readonly Role[]
        readonly handle: (exchange: SignedInExchange) => Promise<unknown>
      }
    | {
        /** Engineering's systems, with a token of their own: it opens nothing else. */
        readonly access: 'tracker'
        readonly handle: (exchange: Exchange & { readonly workspaceId: WorkspaceId }) => Promise<unknown>
      }
    | {
        /** A WebSocket: signed in before the upgrade, the token in the list of sub-protocols. */
        readonly access: 'socket'
        readonly roles: readonly Role[]
        readonly accept: (socket: WebSocket, exchange: Omit<SignedInExchange, 'reply'>) => void
      }
  )

export const EVERY_ROLE: readonly Role[] = ROLES
/** Whoever works here; guests see what their teams hold and nothing beyond. */
export const COLLEAGUES: readonly Role[] = ROLES.filter(role => !isGuest(role))

/** Limits of JSON bodies: small ones for forms, a large one for a full push of long replies. */
export const SMALL_BODY_BYTES = 16_384
/** Of a hundred orders with their lines. */
export const RECORDS_BODY_BYTES = 1_048_576
export const PUSH_BODY_BYTES = 8 * 1_048_576
