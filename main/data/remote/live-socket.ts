import { z } from 'zod'
import { SUBPROTOCOL } from '../../../shared/protocol/routes.ts'
import { failureOfError } from './failures.ts'
import type { Http } from './http.ts'
import type { Answered, Failure, LiveListener, LiveSocket } from './remote.ts'

type SocketDeps<Frame> = {
  readonly http: Http
  readonly url: string
  readonly access: () => Promise<Answered<string>>
  readonly frames: z.ZodType<Frame>
}

/** Close codes of the hub: the session is over, the role was taken away. */
const ENDED: Readonly<Record<number, Failure>> = {
  4001: { kind: 'signed-out' },
  4003: { kind: 'refused', code: 'not-allowed' },
}

/** Null for frames of a newer hub. */
function frameOf<Frame>(frames: z.ZodType<Frame>, data: unknown): Frame | null {
  if (typeof data !== 'string') return null
  try {
    const parsed = z.safeParse(frames, JSON.parse(data))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Opens the live connection. The token travels as a sub-protocol, as addresses end up in logs. */
export function openLiveSocket<Frame>(
  { http, url, access, frames }: SocketDeps<Frame>,
  listener: LiveListener<Frame>,
): LiveSocket {
  let socket: ReturnType<Http['socket']> | null = null
  let isEnded = false
  const end = (failure: Failure): void => {
    if (isEnded) return
    isEnded = true
    socket?.close()
    listener.onEnd(failure)
  }
  const open = (token: string): void => {
    socket = http.socket(url.replace(/^http/, 'ws'), [SUBPROTOCOL, token])
    socket.addEventListener('open', () => {
      if (!isEnded) listener.onOpen()
    })
    socket.addEventListener('message', event => {
      const frame = isEnded ? null : frameOf(frames, event.data)
      if (frame) listener.onFrame(frame)
    })
    socket.addEventListener('error', event => end(failureOfError(event.error)))
    socket.addEventListener('close', event => end(ENDED[event.code] ?? { kind: 'offline' }))
  }
  access().then(
    token => {
      if (isEnded) return
      if (token.ok) open(token.value)
      else end(token.failure)
    },
    (error: unknown) => end(failureOfError(error)),
  )
  return {
    send: frame => {
      if (socket?.readyState === 1) socket.send(JSON.stringify(frame))
    },
    close: () => {
      isEnded = true
      socket?.close()
    },
  }
}
