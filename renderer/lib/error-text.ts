import i18next from 'i18next'
import { isErrorCode } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/errors.ts'

export type ErrorText = { readonly what: string; readonly safe: string; readonly next: string }

/** What happened, what is safe, what to do: by code, from the locale file. */
export function errorText(error: { readonly code: string }): ErrorText {
  const code: ErrorCode = isErrorCode(error.code) ? error.code : 'internal'
  return {
    what: i18next.t(`errors.${code}.what`),
    safe: i18next.t(`errors.${code}.safe`),
    next: i18next.t(`errors.${code}.next`),
  }
}
