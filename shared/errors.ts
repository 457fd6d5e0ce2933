import { z } from 'zod'

/** Every failure that crosses a seam has one of these codes; text for people is chosen by code in the window. */
export const ErrorCode = {
  BadRequest: 'bad-request',
  NotFound: 'not-found',
  NotHere: 'not-here',
  NotAllowed: 'not-allowed',
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

export const WireErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
})
export type WireError = { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails }

/** Turns anything thrown into what may cross a seam; unknown causes keep no text, because it could hold customer data. */
export function toWireError(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details }
  if (error instanceof z.ZodError) {
    const where = error.issues[0]?.path.join('.') ?? ''
    return { code: ErrorCode.BadRequest, message: 'Input refused', details: { where } }
  }
  const name = error instanceof Error ? error.name : typeof error
  return { code: ErrorCode.Internal, message: 'Unexpected failure', details: { name } }
}

export function fromWireError(raw: unknown): AppError {
  const parsed = WireErrorSchema.safeParse(raw)
  if (!parsed.success) return new AppError(ErrorCode.BadAnswer, 'Malformed error')
  const { code, message, details } = parsed.data
  return new AppError(isErrorCode(code) ? code : ErrorCode.Internal, message, details)
}
