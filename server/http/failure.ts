import { AppError, ErrorCode, toWireError } from '../../shared/errors.ts'
import type { WireError } from '../../shared/errors.ts'

/**
 * SQLSTATE codes and classes, and socket errors, that mean "the database is not there now", not "the question was wrong".
 * 55000: it takes no connections at the moment. 3D000: it is being made or put back.
 */
const UNAVAILABLE = /^(08|53|55000|3D000|57P0|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/
const UNAVAILABLE_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after/

const fieldOf = (error: unknown, key: string): unknown =>
  typeof error === 'object' && error !== null && key in error
    ? (error as Record<string, unknown>)[key]
    : undefined

function isDatabaseAway(error: unknown): boolean {
  const code = fieldOf(error, 'code')
  if (typeof code === 'string' && UNAVAILABLE.test(code)) return true
  return error instanceof Error && UNAVAILABLE_MESSAGE.test(error.message)
}

/** What Fastify itself refuses before a handler runs; its texts may quote the body, so they are replaced. */
function fromFramework(error: unknown): AppError | null {
  const status = fieldOf(error, 'statusCode')
  if (typeof status !== 'number' || status < 400 || status >= 500) return null
  if (status === 413) return new AppError(ErrorCode.TooLarge, 'The body is too large')
  if (status === 404) return new AppError(ErrorCode.NotFound, 'There is nothing at this address')
  if (status === 415)
    return new AppError(ErrorCode.BadRequest, 'The body has a type this address does not take')
  return new AppError(ErrorCode.BadRequest, 'The request could not be read')
}

/**
 * What may cross the wire of anything thrown while a request ran. Unknown causes, PostgreSQL's among them, keep no
 * text: it can quote SQL and values.
 */
export function toFailure(error: unknown): WireError {
  if (error instanceof AppError) return toWireError(error)
  if (isDatabaseAway(error)) {
    return toWireError(new AppError(ErrorCode.DataUnavailable, 'The hub cannot reach its database'))
  }
  return toWireError(fromFramework(error) ?? error)
}

/** Facts for the log about a failure nobody expected: where in the hub it was thrown, never what its text says. */
export function placeOf(error: unknown): string | null {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  const own = lines.flatMap(line => {
    const place = /\/((?:server|shared)\/[\w./-]+\.ts:\d+)/.exec(line)?.[1]
    return place && !line.includes('node_modules') ? [place] : []
  })
  return own[0] ?? null
}
