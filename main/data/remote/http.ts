import { createZstdDecompress } from 'node:zlib'
import { fetch, WebSocket } from 'undici'
import type { Dispatcher, Response } from 'undici'
import type { NetworkFacts } from '../../../shared/contract/internal.ts'
import { createDispatcher } from './dispatcher.ts'
import { failureOfAnswer, failureOfError } from './failures.ts'
import { answered, failed } from './remote.ts'
import type { Answered } from './remote.ts'

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Until the last byte of the answer. */
  readonly timeoutMs: number
}

/** Requests over the way that main found. Failures are values; an answer is one of the hub with a good status. */
export type Http = {
  readonly send: <T>(request: HttpRequest, read: (response: Response) => Promise<T>) => Promise<Answered<T>>
  readonly socket: (url: string, protocols: readonly string[]) => WebSocket
  /** The network changed: new requests go the new way, those under way end on the old one; with the cable out, all end. */
  readonly setNetwork: (network: NetworkFacts) => void
  /** Ends everything that is under way. */
  readonly close: () => void
}

/** Zstandard where this runtime can unpack it: a first fill spends a quarter of gzip's time on it. */
const ENCODINGS = typeof createZstdDecompress === 'function' ? 'zstd, br, gzip' : 'br, gzip'

/** The answer came and is not what it should be. */
export class BadAnswer extends Error {}

export function createHttp(first: NetworkFacts): Http {
  let network = first
  let dispatcher: Dispatcher | null = null
  // Made for the first request: reading the system's authorities would keep a place from opening.
  const way = (): Dispatcher => (dispatcher ??= createDispatcher(network))
  const factsOf = ({ isCut, proxyUrl, extraCertificates }: NetworkFacts): string =>
    JSON.stringify([isCut, proxyUrl, extraCertificates])
  let facts = factsOf(first)
  const ended = new AbortController()

  async function send<T>(
    request: HttpRequest,
    read: (response: Response) => Promise<T>,
  ): Promise<Answered<T>> {
    const { url, method, headers, body, timeoutMs } = request
    try {
      const response = await fetch(url, {
        method,
        headers: { accept: 'application/json', 'accept-encoding': ENCODINGS, ...headers },
        ...(body === undefined ? {} : { body }),
        dispatcher: way(),
        redirect: 'error',
        signal: AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)]),
      })
      if (response.ok) return answered(await read(response))
      const retryAfter = response.headers.get('retry-after')
      const text = method === 'HEAD' ? null : await response.text()
      return failed(failureOfAnswer({ status: response.status, retryAfter, body: text }))
    } catch (error) {
      return failed(error instanceof BadAnswer ? { kind: 'bad-answer' } : failureOfError(error))
    }
  }

  return {
    send,
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
