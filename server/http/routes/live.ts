import type { WebSocket } from 'ws'
import { z } from 'zod'
import { LiveClientFrame } from '../../../shared/protocol/pull.ts'
import { pollSink } from '../../live/poll-sink.ts'
import type { LiveReader, LiveSink } from '../../live/sink.ts'
import { frameText, numberHint } from '../../live/sink.ts'
import { webSocketSink } from '../../live/web-socket-sink.ts'
import type { Session } from '../../auth/session.ts'
import { toFailure } from '../failure.ts'
import { inputOf, wholeNumber } from '../input.ts'
import { latestOnly } from '../latest-only.ts'
import type { HubRoute, SignedInExchange } from '../route.ts'
import { EVERY_ROLE } from '../route.ts'

const readerOf = ({ workspaceId, agent, clientId, familyId }: Session): LiveReader => ({
  workspaceId,
  agentId: agent.id,
  clientId,
  familyId,
  teamIds: agent.teamIds,
})

/** Close codes of RFC 6455. */
const POLICY_VIOLATION = 1008
const UNEXPECTED = 1011

export const liveRoute: HubRoute = {
  name: 'live',
  method: 'GET',
  access: 'socket',
  roles: EVERY_ROLE,
  bodyLimit: 0,
  accept: (socket, { services, session }) => {
    const sink = webSocketSink(socket, readerOf(session), services.clock)
    const remove = services.live.add(sink)
    const fail = (error: unknown): void => {
      services.log.warn('live.socket-failed', { code: toFailure(error).code })
      socket.close(UNEXPECTED)
    }
    const connected = services.presence.connect(session)
    connected.catch(fail)
    // Added first, then told where the feed stands: nothing can pass between the two.
    greet(sink, { services, session, connected }).catch(fail)
    const heard = listen(socket, { services, session })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      remove()
      // What was said last is stored first: it would say that the laptop is still here.
      Promise.all([connected, heard()])
        .then(([disconnect]) => disconnect())
        .catch(fail)
    })
  },
}

type Greeting = Listener & { readonly connected: Promise<unknown> }

/** Where the feed stands, first of all, then who is where, and who is here: this agent too. */
async function greet(sink: LiveSink, { services, session, connected }: Greeting): Promise<void> {
  sink.tell(numberHint(await services.sync.head(session.workspaceId)))
  sink.tell(await services.presence.all(session))
  await connected
  const colleagues = await services.presence.colleagues(session.workspaceId, null)
  sink.reader.isGreeted = true
  sink.tell(colleagues)
}

type Listener = Pick<SignedInExchange, 'services' | 'session'>

/**
 * Takes the frames a laptop may send. While one is stored only the newest that follows is kept. Answers what waits until
 * all that was said is stored.
 */
function listen(socket: WebSocket, { services, session }: Listener): () => Promise<void> {
  const { take, atRest } = latestOnly(
    async (frame: LiveClientFrame) => {
      if (frame.kind === 'report') await services.presence.report(session, frame.report)
      else if (frame.ticketId === null) await services.presence.leave(session)
      else await services.presence.watch(session, frame.ticketId, frame.doing)
    },
    error => services.log.warn('live.frame-failed', { code: toFailure(error).code }),
  )
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const frame = isBinary ? null : readFrame(data.toString())
    if (frame) take(frame.kind, frame)
    else socket.close(POLICY_VIOLATION)
  })
  return atRest
}

function readFrame(text: string): LiveClientFrame | null {
  try {
    const parsed = z.safeParse(LiveClientFrame, JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const MAX_WAIT_MS = 55_000
const WAIT_MS = 25_000

const PollQuery = z.object({
  after: wholeNumber,
  waitMs: wholeNumber.pipe(z.number().max(MAX_WAIT_MS)).optional(),
})

/** The same hints where WebSockets are blocked: answers with the next frame, or after the wait with where the feed stands. */
export const pollRoute: HubRoute = {
  name: 'poll',
  method: 'GET',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: 0,
  handle: async ({ request, reply, services, session }) => {
    const { after, waitMs = WAIT_MS } = inputOf(PollQuery, request, 'query')
    const poll = pollSink(readerOf(session), waitMs, services.clock)
    const remove = services.live.add(poll.sink)
    try {
      request.raw.once('close', poll.cancel)
      if ((await services.sync.head(session.workspaceId)) > after) poll.cancel()
      const text = await poll.frame
      void reply.type('application/json; charset=utf-8')
      return text ?? frameText(numberHint(await services.sync.head(session.workspaceId)))
    } finally {
      poll.cancel()
      remove()
    }
  },
}
