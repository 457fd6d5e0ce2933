import { AppError, ErrorCode } from '../../shared/errors.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'

/** Version named by the request's header; this hub's own when it names none. Throws `bad-request` for nonsense. */
export function versionOf(header: string | readonly string[] | undefined): number {
  if (header === undefined) return PROTOCOL
  const version = typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : Number.NaN
  if (Number.isNaN(version)) throw new AppError(ErrorCode.BadRequest, 'The protocol version is no number')
  return version
}
