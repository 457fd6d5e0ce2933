import type { TFunction } from 'i18next'
import type { DuplicateReason } from '../../../shared/rules/merged-people/suggest-duplicates.ts'

/** What speaks for two records being one person, in one line. */
export const reasonText = (t: TFunction, reasons: readonly DuplicateReason[]): string =>
  reasons.map(({ kind, value }) => t(`people.because.${kind}`, { value })).join(' · ')
