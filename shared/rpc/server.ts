import { AppError, ErrorCode, toWireError } from '../errors.ts'
import { toEnvelope } from './envelope.ts'
import type { Request } from './envelope.ts'
import type { Port } from './port.ts'

/** What a handler learns about the call beside its input. */
export type CallFacts = {
  /** True once the caller has stopped waiting: long work may end early. */
  readonly isCancelled: () => boolean
}
export type RpcHandler = (input: unknown, facts: CallFacts) => unknown
export type RpcHandlers = Readonly<Record<string, RpcHandler>>

export type RpcServer = {
  readonly emit: (event: string, payload: unknown) => void
  /** Settles when every request taken so far has been answered. */
  readonly drained: () => Promise<void>
}

/** Answers requests from a table of handlers; whatever a handler throws becomes a coded error. */
export function createRpcServer(port: Port, handlers: RpcHandlers): RpcServer {
  const running = new Map<number, { isCancelled: boolean; readonly done: Promise<void> }>()

  async function answer({ id, method, input }: Request): Promise<void> {
    try {
      const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined
      if (!handler) throw new AppError(ErrorCode.NotFound, 'Unknown method', { method })
      const value = await handler(input, { isCancelled: () => running.get(id)?.isCancelled ?? false })
      port.post({ kind: 'answer', id, ok: true, value })
    } catch (error) {
      port.post({ kind: 'answer', id, ok: false, error: toWireError(error) })
    } finally {
      running.delete(id)
    }
  }

  port.onMessage(message => {
    const envelope = toEnvelope(message)
    if (envelope?.kind === 'request') {
      // Handlers start on the next turn, after their entry stands in the table.
      const done = Promise.resolve().then(() => answer(envelope))
      running.set(envelope.id, { isCancelled: false, done })
    }
    if (envelope?.kind === 'cancel') {
      const call = running.get(envelope.id)
      if (call) call.isCancelled = true
    }
  })

  return {
    emit: (name, payload) => port.post({ kind: 'event', name, payload }),
    drained: async () => {
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
