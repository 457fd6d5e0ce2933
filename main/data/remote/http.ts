import { fetch, request as ask, WebSocket } from 'undici'
import type { Dispatcher, Response } from 'undici'
import type { NetworkFacts } from '../../../shared/contract/internal.ts'
import { BadAnswer } from './bad-answer.ts'
import { createDispatcher } from './dispatcher.ts'
import { failureOfAnswer, failureOfError } from './failures.ts'
import { answered, failed } from './remote.ts'
import type { Answered, Failure } from './remote.ts'
import { FRAMES_TYPE } from '../../../shared/protocol/frames.ts'
import { ENCODINGS, unpack, unpackFrames } from './unpack.ts'

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Until the last byte of the answer. */
  readonly timeoutMs: number
  /** Until the answer begins, where that is to be known sooner: one that was lost never does. */
  readonly beginsMs?: number
  /** Called when an answer begins that is no refusal, with a way to its headers. Of `whole` only. */
  readonly begun?: (header: (name: string) => string | null) => void
}

/** Requests over the way that main found. Failures are values; an answer is one of the hub with a good status. */
export type Http = {
  readonly send: <T>(request: HttpRequest, read: (response: Response) => Promise<T>) => Promise<Answered<T>>
  /**
   * For answers of megabytes: everything the way has brought is taken at once and unpacked in one go beside this
   * thread. A stream would ask the event loop for each of its pieces, and that comes round once per transaction.
   */
  readonly whole: (request: HttpRequest) => Promise<Answered<Buffer>>
  readonly socket: (url: string, protocols: readonly string[]) => WebSocket
  /** The network changed: new requests go the new way, those under way end on the old one; with the cable out, all end. */
  readonly setNetwork: (network: NetworkFacts) => void
  /** Ends everything that is under way. */
  readonly close: () => void
}

/** Bytes of an answer that may wait for this thread before the sender is told to wait. */
const WAITING_BYTES = 16 * 1_048_576
const OK = 200

/** What every request takes from the connection it goes over. */
type Line = {
  readonly way: () => Dispatcher
  readonly until: (timeoutMs: number) => AbortSignal
}

const asked = (headers: HttpRequest['headers']): Record<string, string> => ({
  accept: 'application/json',
  'accept-encoding': ENCODINGS,
  ...headers,
})
const whyNot = (error: unknown): Failure =>
  error instanceof BadAnswer ? { kind: 'bad-answer' } : failureOfError(error)

/** Ends a request whose answer has not begun in time; `begun` lets it take its time from then on. */
function beginning(beginsMs: number | undefined): {
  readonly signals: AbortSignal[]
  readonly begun: () => void
} {
  if (beginsMs === undefined) return { signals: [], begun: () => {} }
  const late = new AbortController()
  const timer = setTimeout(
    () => late.abort(new DOMException('The answer did not begin in time', 'TimeoutError')),
    beginsMs,
  )
  return { signals: [late.signal], begun: () => clearTimeout(timer) }
}

const sendOver =
  ({ way, until }: Line): Http['send'] =>
  async (request, read) => {
    const { url, method, headers, body, timeoutMs, beginsMs } = request
    const { signals, begun } = beginning(beginsMs)
    try {
      const response = await fetch(url, {
        method,
        headers: asked(headers),
        ...(body === undefined ? {} : { body }),
        dispatcher: way(),
        redirect: 'error',
        signal: AbortSignal.any([until(timeoutMs), ...signals]),
      })
      begun()
      if (response.ok) return answered(await read(response))
      const retryAfter = response.headers.get('retry-after')
      const text = method === 'HEAD' ? null : await response.text()
      return failed(failureOfAnswer({ status: response.status, retryAfter, body: text }))
    } catch (error) {
      return failed(whyNot(error))
    } finally {
      begun()
    }
  }

const wholeOver =
  ({ way, until }: Line): Http['whole'] =>
  async ({ url, method, headers, body, timeoutMs, begun }) => {
    try {
      const answer = await ask(url, {
        method,
        headers: asked(headers),
        body: body ?? null,
        dispatcher: way(),
        signal: until(timeoutMs),
        highWaterMark: WAITING_BYTES,
      })
      const header = (name: string): string | null => answer.headers[name]?.toString() ?? null
      if (answer.statusCode === OK) begun?.(header)
      const packed = Buffer.from(await answer.body.arrayBuffer())
      const plain = await unpack(header('content-encoding'), packed)
      const isFramed = header('content-type') === FRAMES_TYPE
      const bytes = isFramed ? await unpackFrames(plain) : plain
      if (answer.statusCode === OK) return answered(bytes)
      const facts = { status: answer.statusCode, retryAfter: header('retry-after') }
      return failed(failureOfAnswer({ ...facts, body: bytes.toString('utf8') }))
    } catch (error) {
      return failed(whyNot(error))
    }
  }

export function createHttp(first: NetworkFacts): Http {
  let network = first
  let dispatcher: Dispatcher | null = null
  // Made for the first request: reading the system's authorities would keep a place from opening.
  const way = (): Dispatcher => (dispatcher ??= createDispatcher(network))
  const factsOf = ({ isCut, proxyUrl, extraCertificates }: NetworkFacts): string =>
    JSON.stringify([isCut, proxyUrl, extraCertificates])
  let facts = factsOf(first)
  const ended = new AbortController()
  const line: Line = {
    way,
    until: timeoutMs => AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)]),
  }
  return {
    send: sendOver(line),
    whole: wholeOver(line),
    socket: (url, protocols) => new WebSocket(url, { protocols: [...protocols], dispatcher: way() }),
    setNetwork: changed => {
      const next = factsOf(changed)
      if (next === facts) return
      facts = next
      network = changed
      const former = dispatcher
      dispatcher = null
      // What waits for a lost network would wait for its timeout; the engine asks again over the new way.
      const left = changed.isCut ? former?.destroy() : former?.close()
      left?.catch(() => {})
    },
    close: () => {
      ended.abort()
      dispatcher?.destroy().catch(() => {})
    },
  }
}
