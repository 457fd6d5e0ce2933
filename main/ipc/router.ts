import { contract, isMethodName } from '../../shared/contract/index.ts'
import type { Handlers, MethodName, Reply } from '../../shared/contract/index.ts'
import { AppError, ErrorCode, toWireError } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'

/** Who asked: the id of the window the call came from. */
export type MainContext = { readonly windowId: number }
export type MainHandlers = Handlers<'main', MainContext>

export type RouterDeps = {
  readonly handlers: MainHandlers
  readonly callData: (name: MethodName, input: unknown) => Promise<unknown>
  readonly log: Log
}
export type Route = (name: unknown, rawInput: unknown, context: MainContext) => Promise<Reply<unknown>>

export const refusedSender: Reply<never> = {
  ok: false,
  error: { code: ErrorCode.NotAllowed, message: 'Unknown sender', details: {} },
}

/** The one door of the windows: parses by contract, then main answers or the data process does. Never throws. */
export function createRouter({ handlers, callData, log }: RouterDeps): Route {
  return async (name, rawInput, context) => {
    try {
      if (!isMethodName(name)) throw new AppError(ErrorCode.NotFound, 'Unknown method')
      const method = contract[name]
      // Handlers get the parsed value, never the raw one.
      const input: unknown = method.input.parse(rawInput)
      if (method.owner === 'data') return { ok: true, value: await callData(name, input) }
      const handle = handlers[name as keyof MainHandlers] as (input: unknown, context: MainContext) => unknown
      return { ok: true, value: await handle(input, context) }
    } catch (error) {
      const wire = toWireError(error)
      log.warn('call.failed', {
        method: isMethodName(name) ? name : 'unknown',
        code: wire.code,
        ...nameOf(error),
      })
      return { ok: false, error: wire }
    }
  }
}

const nameOf = (error: unknown): { readonly name?: string } =>
  error instanceof AppError ? {} : { name: error instanceof Error ? error.name : typeof error }
