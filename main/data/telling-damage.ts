import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { RpcHandler, RpcHandlers } from '../../shared/rpc/server.ts'

/**
 * The same handlers, but damage they meet is told as well: whoever asked sees a failure, and main closes the place and
 * offers to build it anew, before more is read from a file that cannot be trusted.
 */
export function tellingDamage(handlers: RpcHandlers, tell: (code: ErrorCode) => void): RpcHandlers {
  const told = (error: unknown): unknown => {
    if (error instanceof AppError && error.code === ErrorCode.DbCorrupt) tell(error.code)
    return error
  }
  const telling =
    (handle: RpcHandler): RpcHandler =>
    (input, facts) => {
      try {
        const value = handle(input, facts)
        if (!(value instanceof Promise)) return value
        return value.catch((error: unknown) => {
          throw told(error)
        })
      } catch (error) {
        throw told(error)
      }
    }
  return Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, telling(handle)]))
}
