import type { Clock } from '../clock.ts'
import { AppError, ErrorCode, fromWireError } from '../errors.ts'
import { toEnvelope } from './envelope.ts'
import type { Answer } from './envelope.ts'
import type { Port } from './port.ts'

/** The part of AbortSignal that is needed here; the platform's fits. */
export type CancelSignal = {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}
export type CallOptions = { readonly signal?: CancelSignal; readonly timeoutMs?: number }

export type RpcClient = {
  /** Rejects with an AppError: what the other side answered, `data-unavailable` when the port closes or time is up. */
  readonly call: (method: string, input: unknown, options?: CallOptions) => Promise<unknown>
  /** Returns a function that stops listening. */
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
}

type Pending = { readonly settle: (answer: Answer) => void; readonly fail: (error: AppError) => void }
const unavailable = (message: string): AppError => new AppError(ErrorCode.DataUnavailable, message)

/** Asks through a port. Every call settles: answered, cancelled, timed out or cut off. */
export function createRpcClient(port: Port, clock: Clock): RpcClient {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  let nextId = 1
  let isClosed = false

  port.onMessage(message => {
    const envelope = toEnvelope(message)
    if (envelope?.kind === 'answer') pending.get(envelope.id)?.settle(envelope)
    if (envelope?.kind === 'event')
      listeners.get(envelope.name)?.forEach(listener => listener(envelope.payload))
  })
  port.onClose(() => {
    isClosed = true
    for (const call of pending.values()) call.fail(unavailable('The other side went away'))
  })

  function start(method: string, input: unknown, options: CallOptions): Promise<unknown> {
    const id = nextId
    nextId += 1
    return new Promise((resolve, reject) => {
      const cleanUps: (() => void)[] = [() => pending.delete(id)]
      const fail = (error: AppError): void => {
        for (const cleanUp of cleanUps) cleanUp()
        reject(error)
      }
      const giveUp = (message: string): void => {
        port.post({ kind: 'cancel', id })
        fail(unavailable(message))
      }
      const settle = (answer: Answer): void => {
        if (!answer.ok) return fail(fromWireError(answer.error))
        for (const cleanUp of cleanUps) cleanUp()
        resolve(answer.value)
      }
      pending.set(id, { settle, fail })
      const { signal, timeoutMs } = options
      if (timeoutMs !== undefined) cleanUps.push(clock.after(timeoutMs, () => giveUp('No answer in time')))
      if (signal) {
        const onAbort = (): void => giveUp('Cancelled')
        signal.addEventListener('abort', onAbort)
        cleanUps.push(() => signal.removeEventListener('abort', onAbort))
      }
      port.post({ kind: 'request', id, method, input })
    })
  }

  return {
    call: (method, input, options = {}) => {
      if (isClosed) return Promise.reject(unavailable('The other side is gone'))
      if (options.signal?.aborted) return Promise.reject(unavailable('Cancelled'))
      return start(method, input, options)
    },
    on: (event, listener) => {
      const heard = listeners.get(event) ?? new Set()
      listeners.set(event, heard.add(listener))
      return () => heard.delete(listener)
    },
  }
}
