import type { WebSocket } from 'ws'
import { z } from 'zod'
import { SUPERVISING_ROLES } from '../../../shared/rules/supervising.ts'
import type { BoardSink } from '../../board/board-sink.ts'
import type { Session } from '../../auth/session.ts'
import { keepAlive, sayBye } from '../../live/web-socket-sink.ts'
import { inputOf, wholeNumber } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { sendText } from '../send.ts'

const MAX_WAIT_MS = 55_000
const MAX_MARK = 100
/** More than this in a socket and its reader is given nothing until it has caught up. */
const BEHIND_BYTES = 262_144
const POLICY_VIOLATION = 1008

const BoardQuery = z.object({
  after: z.string().max(MAX_MARK).optional(),
  waitMs: wholeNumber.pipe(z.number().max(MAX_WAIT_MS)).optional(),
})

/** The whole board: the first picture, and the next one where WebSockets are blocked. */
export const boardRoute: HubRoute = {
  name: 'board',
  method: 'GET',
  access: 'agent',
  roles: SUPERVISING_ROLES,
  bodyLimit: 0,
  handle: async ({ request, reply, services, session }) => {
    const { after = '', waitMs = 0 } = inputOf(BoardQuery, request, 'query')
    const board = await services.boards.after(session.workspaceId, after, waitMs)
    return sendText(request, reply, JSON.stringify(board))
  },
}

const sinkOf = (socket: WebSocket, { agent }: Session): BoardSink => ({
  agentId: agent.id,
  send: text => {
    if (socket.readyState !== socket.OPEN || socket.bufferedAmount > BEHIND_BYTES) return false
    socket.send(text)
    return true
  },
  close: reason => sayBye(socket, reason),
})

/** The board as it changes. A window says nothing here. */
export const boardLiveRoute: HubRoute = {
  name: 'boardLive',
  method: 'GET',
  access: 'socket',
  roles: SUPERVISING_ROLES,
  bodyLimit: 0,
  accept: (socket, { services, session }) => {
    const { workspaceId, agent, clientId, familyId } = session
    const sink = sinkOf(socket, session)
    // Sessions that end are found among the live readers: this one is there for that, and hears no hints.
    const reader = {
      workspaceId,
      agentId: agent.id,
      clientId,
      familyId,
      teamIds: agent.teamIds,
    }
    const leave = services.live.add({ reader, hint: () => {}, tell: () => {}, close: sink.close })
    const stop = services.boards.watch(workspaceId, sink)
    keepAlive(socket, services.clock)
    socket.on('message', () => socket.close(POLICY_VIOLATION))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      leave()
      stop()
    })
  },
}
