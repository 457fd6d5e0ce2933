import { WebSocket } from 'ws'
import { LiveFrame } from '../../shared/protocol/pull.ts'
import { routes, SUBPROTOCOL } from '../../shared/protocol/routes.ts'

export type LiveClient = {
  readonly frames: LiveFrame[]
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  readonly send: (frame: unknown) => void
  /** The next frame that fits, also one that came before. */
  readonly next: (fits: (frame: LiveFrame) => boolean) => Promise<LiveFrame>
  readonly socket: WebSocket
  readonly close: () => void
}

const socketUrl = (url: string): string => `${url.replace(/^http/, 'ws')}${routes.live}`

/** Opens the live connection as a laptop does; rejects with the HTTP status when it is refused. */
export function openLive(url: string, accessToken: string): Promise<LiveClient> {
  const socket = new WebSocket(socketUrl(url), [SUBPROTOCOL, accessToken])
  const frames: LiveFrame[] = []
  const waiting: { fits: (frame: LiveFrame) => boolean; resolve: (frame: LiveFrame) => void }[] = []
  socket.on('message', (data: Buffer) => {
    const frame = LiveFrame.parse(JSON.parse(data.toString()))
    frames.push(frame)
    for (const [index, { fits, resolve }] of [...waiting.entries()].reverse()) {
      if (!fits(frame)) continue
      waiting.splice(index, 1)
      resolve(frame)
    }
  })
  const closed = new Promise<{ code: number; reason: string }>(resolve => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  const client: LiveClient = {
    frames,
    closed,
    socket,
    send: frame => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    next: fits => {
      const known = frames.find(fits)
      if (known) return Promise.resolve(known)
      return new Promise(resolve => void waiting.push({ fits, resolve }))
    },
    close: () => socket.close(),
  }
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => resolve(client))
    socket.on('unexpected-response', (_request, response) => {
      reject(Object.assign(new Error(`Refused with ${response.statusCode}`), { status: response.statusCode }))
    })
  })
}
