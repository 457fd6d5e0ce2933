import { ErrorCode } from '../../shared/errors.ts'

/** HTTP status of each code; laptops decide by the code, proxies and people look at the status. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  [ErrorCode.BadRequest]: 400,
  [ErrorCode.SignedOut]: 401,
  [ErrorCode.WrongPassword]: 401,
  [ErrorCode.NotAllowed]: 403,
  [ErrorCode.NotFound]: 404,
  [ErrorCode.NotHere]: 404,
  [ErrorCode.BlobMissing]: 404,
  [ErrorCode.Conflict]: 409,
  [ErrorCode.LegalHold]: 409,
  [ErrorCode.TooLarge]: 413,
  [ErrorCode.HubTooOld]: 426,
  [ErrorCode.HubTooNew]: 426,
  [ErrorCode.Throttled]: 429,
  [ErrorCode.DataUnavailable]: 503,
}

export const statusOf = (code: ErrorCode): number => STATUS[code] ?? 500
