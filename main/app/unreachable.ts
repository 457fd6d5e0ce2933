import { AppError, ErrorCode, toWireError } from '../../shared/errors.ts'

/** With a network there is no being offline for one address only: it is that hub which does not answer. */
export const asUnreachable = (error: unknown): unknown => {
  const { code, details } = toWireError(error)
  return code === ErrorCode.Offline
    ? new AppError(ErrorCode.HubUnreachable, 'The hub does not answer', details)
    : error
}
