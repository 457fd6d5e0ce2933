import type { RpcClient } from '../../shared/rpc/client.ts'
import type { RpcHandlers, RpcServer } from '../../shared/rpc/server.ts'

/** The first thing a thread says: the names of what it answers. */
const READY = 'thread.ready'

export const tellMethods = (server: RpcServer, handlers: RpcHandlers): void =>
  server.emit(READY, Object.keys(handlers))

/** Settles when the thread has said it; a thread that never does ends the process by its own crash. */
export const methodsOf = (thread: RpcClient): Promise<readonly string[]> =>
  new Promise(resolve => {
    thread.on(READY, methods => resolve(methods as readonly string[]))
  })
