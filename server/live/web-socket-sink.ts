import type { WebSocket } from 'ws'
import type { Clock } from '../../shared/clock.ts'
import type { ByeReason, Hint, LiveReader, LiveSink } from './sink.ts'
import { frameText, numberHint } from './sink.ts'

/** Bytes waiting in a socket above which its reader gets numbers only, and above which it is given up. */
const BEHIND_BYTES = 65_536
const LOST_BYTES = 4 * 1_048_576
const HEARTBEAT_MS = 25_000

const AS_TEXT = { binary: false }

/** Close codes: 1001 going away, 1008 policy; 4000 and up are ours. */
const CLOSE_CODE: Record<ByeReason, number> = {
  restarting: 1001,
  'signed-out': 4001,
  slow: 4002,
  'not-allowed': 4003,
}

/** The bytes of a hint, made once for all sockets it goes to. */
const bytesOf = new WeakMap<Hint, Buffer>()
function toBytes(hint: Hint): Buffer {
  const known = bytesOf.get(hint)
  if (known) return known
  const bytes = Buffer.from(hint.text)
  bytesOf.set(hint, bytes)
  return bytes
}

/**
 * A WebSocket as a live reader. While its network is slower than the changes, the numbers merge: what waits is at
 * most one hint, sent when the socket has drained.
 */
export function webSocketSink(socket: WebSocket, reader: LiveReader, clock: Clock): LiveSink {
  let latestUnsent: number | null = null

  const send = (text: string | Buffer): void => {
    if (socket.readyState !== socket.OPEN) return
    socket.send(text, AS_TEXT, sendPending)
  }
  // A function declaration, because it and `send` need each other.
  function sendPending(): void {
    if (latestUnsent === null || socket.bufferedAmount > BEHIND_BYTES) return
    const seq = latestUnsent
    latestUnsent = null
    send(frameText(numberHint(seq)))
  }
  keepAlive(socket, clock)
  return {
    reader,
    hint: hint => {
      if (socket.bufferedAmount > LOST_BYTES) socket.terminate()
      else if (socket.bufferedAmount > BEHIND_BYTES || latestUnsent !== null) latestUnsent = hint.seq
      else send(toBytes(hint))
    },
    tell: frame => {
      if (socket.bufferedAmount <= BEHIND_BYTES) send(frameText(frame))
    },
    close: reason => sayBye(socket, reason),
  }
}

/** Says why, and closes. */
export function sayBye(socket: WebSocket, reason: ByeReason): void {
  if (socket.readyState !== socket.OPEN) return
  socket.send(frameText({ kind: 'bye', reason }))
  socket.close(CLOSE_CODE[reason], reason)
}

/** Ends sockets whose other side is silently gone: no answer to a ping until the next one is due. */
export function keepAlive(socket: WebSocket, clock: Clock): void {
  let isAlive = true
  let cancel = clock.after(HEARTBEAT_MS, beat)
  function beat(): void {
    if (!isAlive) {
      socket.terminate()
      return
    }
    isAlive = false
    socket.ping()
    cancel = clock.after(HEARTBEAT_MS, beat)
  }
  socket.on('pong', () => {
    isAlive = true
  })
  socket.on('close', () => cancel())
}
