import { z } from 'zod'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'
import { SUBPROTOCOL } from '../../../shared/protocol/routes.ts'
import { failureOfError } from './failures.ts'
import type { Http } from './http.ts'
import type { Answered, Failure, LiveListener, LiveSocket } from './remote.ts'
import { TolerantLiveFrame } from './tolerance.ts'

type SocketDeps = {
  readonly http: Http
  readonly url: string
  readonly access: () => Promise<Answered<string>>
}

/** Close code of the hub: the session is over. */
const SIGNED_OUT = 4001

/** Null for frames of a newer hub. */
function frameOf(data: unknown): LiveFrame | null {
  if (typeof data !== 'string') return null
  try {
    const parsed = z.safeParse(TolerantLiveFrame, JSON.parse(data))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Opens the live connection. The token travels as a sub-protocol, as addresses end up in logs. */
export function openLiveSocket({ http, url, access }: SocketDeps, listener: LiveListener): LiveSocket {
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
      const frame = isEnded ? null : frameOf(event.data)
      if (frame) listener.onFrame(frame)
    })
    socket.addEventListener('error', event => end(failureOfError(event.error)))
    socket.addEventListener('close', event =>
      end({ kind: event.code === SIGNED_OUT ? 'signed-out' : 'offline' }),
    )
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
