/** Every failure that crosses a seam has one of these codes; text for people is chosen by code in the window. */
export const ErrorCode = {
  BadRequest: 'bad-request',
  NotFound: 'not-found',
  NotHere: 'not-here',
  NotAllowed: 'not-allowed',
  GuestMayNot: 'guest-may-not',
  SignedOut: 'signed-out',
  WrongPassword: 'wrong-password',
  Throttled: 'throttled',
  Offline: 'offline',
  HubUnreachable: 'hub-unreachable',
  HubRefused: 'hub-refused',
  HubTooOld: 'hub-too-old',
  HubTooNew: 'hub-too-new',
  BadAnswer: 'bad-answer',
  ProxyRefused: 'proxy-refused',
  CertificateUntrusted: 'certificate-untrusted',
  HubNotAllowed: 'hub-not-allowed',
  TestRuntime: 'test-runtime',
  DataUnavailable: 'data-unavailable',
  DbFromFuture: 'db-from-future',
  DbCorrupt: 'db-corrupt',
  DbLocked: 'db-locked',
  DbKeyWrong: 'db-key-wrong',
  DiskFull: 'disk-full',
  DiskReadOnly: 'disk-read-only',
  NoKeychain: 'no-keychain',
  SettingsCorrupt: 'settings-corrupt',
  BlobMissing: 'blob-missing',
  TooLarge: 'too-large',
  Conflict: 'conflict',
  LegalHold: 'legal-hold',
  Internal: 'internal',
} as const
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode]

const codes: ReadonlySet<string> = new Set(Object.values(ErrorCode))
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && codes.has(value)

/** Facts that help people act on an error: never customer text, tokens or keys. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

export type WireError = { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails }

/** Turns anything thrown into what may cross a seam; unknown causes keep no text, because it could hold customer data. */
export function toWireError(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details }
  const refused = refusedInput(error)
  if (refused) {
    return { code: ErrorCode.BadRequest, message: 'Input refused', details: { where: refused.where } }
  }
  const name = error instanceof Error ? error.name : typeof error
  return { code: ErrorCode.Internal, message: 'Unexpected failure', details: { name } }
}

/**
 * Where zod refused an input; null for any other error. Known by its shape: this file stands at the bottom of
 * everything, and zod takes longer to load than the thread that only forwards takes to start.
 */
function refusedInput(error: unknown): { readonly where: string } | null {
  if (!(error instanceof Error) || error.name !== 'ZodError' || !('issues' in error)) return null
  const [issue] = Array.isArray(error.issues) ? (error.issues as readonly { path?: unknown }[]) : []
  return { where: Array.isArray(issue?.path) ? issue.path.map(String).join('.') : '' }
}

/** Reads what came over a seam: anything malformed becomes `bad-answer`, an unknown code `internal`. */
export function fromWireError(raw: unknown): AppError {
  const { code, message, details = {} } = (raw ?? {}) as Readonly<Record<string, unknown>>
  if (typeof code !== 'string' || typeof message !== 'string' || !areDetails(details))
    return new AppError(ErrorCode.BadAnswer, 'Malformed error')
  return new AppError(isErrorCode(code) ? code : ErrorCode.Internal, message, details)
}

const areDetails = (value: unknown): value is ErrorDetails =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(fact => fact === null || ['string', 'number', 'boolean'].includes(typeof fact))
