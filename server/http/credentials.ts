import type { FastifyRequest } from 'fastify'
import { SUBPROTOCOL } from '../../shared/protocol/routes.ts'

/** The access token of an ordinary request; null when there is none. Never taken from the address. */
export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer ([\w.-]{1,500})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

/** The access token of a WebSocket: behind our name in the list of sub-protocols, as browsers allow no headers. */
export function socketTokenOf(request: FastifyRequest): string | null {
  const [name, token, ...others] = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map(part => part.trim())
  return name === SUBPROTOCOL && token && others.length === 0 ? token : null
}
