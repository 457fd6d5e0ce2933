import { AppError, ErrorCode, isErrorCode } from '../../shared/errors.ts'
import { troubleCode } from './sync/retry.ts'
import type { Failure } from './remote/remote.ts'

/** A failure as an error, for what an agent waits for. The hub's own codes go through. */
export function errorOf(failure: Failure): AppError {
  switch (failure.kind) {
    case 'offline':
      return new AppError(ErrorCode.Offline, 'No way to the hub')
    case 'signed-out':
      return new AppError(ErrorCode.SignedOut, 'The session is over')
    case 'throttled':
      return new AppError(ErrorCode.Throttled, 'Too many attempts', { retryAfterMs: failure.retryAfterMs })
    case 'refused':
      return new AppError(isErrorCode(failure.code) ? failure.code : ErrorCode.HubRefused, 'The hub refused')
    default:
      return new AppError(troubleCode(failure) ?? ErrorCode.Internal, 'The hub could not be asked')
  }
}
