import {
  CONSENTS,
  PREFERENCE_SOURCES,
  PREFERENCE_SUBJECTS,
  SENSITIVITIES,
} from '../../../shared/domain/portrait.ts'
import type { Preference } from '../../../shared/domain/portrait.ts'
import { isAlwaysSensitive } from '../../../shared/rules/portrait/preferences.ts'
import type { PreferenceWish } from '../../data/portrait-intents.ts'

const known = <T extends string>(values: readonly T[], value: string | undefined, otherwise: T): T =>
  values.find(each => each === value) ?? otherwise

/** What the form begins with: what stands there, or a wish the customer has just told. */
export const draftOf = (before: Preference | null, name: string): PreferenceWish => ({
  subject: known(PREFERENCE_SUBJECTS, before?.subject, 'contact-hours'),
  value: before?.value ?? '',
  consent: known(CONSENTS, before?.consent, 'given'),
  consentBy: before ? before.consentBy : name,
  consentHow: before?.consentHow ?? null,
  consentAtMs: before?.consentAtMs ?? null,
  sensitivity: known(SENSITIVITIES, before?.sensitivity, 'ordinary'),
  source: known(PREFERENCE_SOURCES, before?.source, 'customer'),
})

/** About something else: its values are of another kind, and what is always sensitive is so at once. */
export const aboutSubject = (draft: PreferenceWish, subject: PreferenceWish['subject']): PreferenceWish => ({
  ...draft,
  subject,
  value: subject === 'channel' ? 'email' : draft.subject === 'channel' ? '' : draft.value,
  sensitivity: isAlwaysSensitive(subject) ? 'sensitive' : draft.sensitivity,
})

const orNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim()

/** As it is written down: with the moment of the consent, and without one where nobody was asked. */
export function finished(draft: PreferenceWish, nowMs: number): PreferenceWish {
  const value = draft.value.trim()
  if (draft.consent === 'not-asked')
    return { ...draft, value, consentBy: null, consentHow: null, consentAtMs: null }
  return {
    ...draft,
    value,
    consentBy: orNull(draft.consentBy),
    consentHow: orNull(draft.consentHow),
    consentAtMs: draft.consentAtMs ?? nowMs,
  }
}
