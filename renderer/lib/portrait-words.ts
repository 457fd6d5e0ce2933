import i18next from 'i18next'
import type { Marks, Preference } from '../../shared/domain/portrait.ts'
import type { HealthReason, HealthRow } from '../../shared/rules/health/health.ts'
import type { StageReason } from '../../shared/rules/portrait/stage.ts'
import { dynamicText } from './dynamic-text.ts'
import { dateOnly, languageName } from './format.ts'

const subjectOf = ({ subject }: Pick<Preference, 'subject'>): string =>
  dynamicText(`portrait.subjects.${subject}`) ?? subject

/** What a wish says, without what it is about. */
function words({ subject, value }: Preference): string {
  if (subject === 'channel') return dynamicText(`channel.${value}`) ?? value
  if (subject === 'language') return languageName(value) ?? value
  return value
}

/** A wish as a short fact for the head of the card: "not by phone", "Contact hours: after four". */
export function wishText(preference: Preference): string {
  const { subject, consent, value } = preference
  if (consent === 'refused') {
    if (subject === 'channel') return i18next.t('portrait.notBy', { channel: words(preference) })
    if (subject === 'outreach' || subject === 'surveys') return i18next.t(`portrait.no.${subject}`)
  }
  if (value.trim() === '') return subjectOf(preference)
  const said = words(preference)
  return dynamicText(`portrait.short.${subject}`, { said }) ?? `${subjectOf(preference)}: ${said}`
}

/** What is said in its place while it is hidden. */
export const hiddenText = (preference: Preference): string =>
  i18next.t('portrait.hidden', { subject: subjectOf(preference) })

/** Who agreed, how and when; or that nobody was asked. */
export function consentText(
  { consent, consentBy, consentHow, consentAtMs }: Omit<Marks, 'sensitivity'>,
  nowMs: number,
): string {
  const answer = dynamicText(`portrait.consents.${consent}`) ?? consent
  const when = consentAtMs === null ? null : dateOnly(consentAtMs, nowMs)
  return [answer, consentBy, consentHow, when].filter(Boolean).join(', ')
}

/** "Two bad experiences", "No word for 140 days". */
export function reasonText({ signal, rows, days }: HealthReason): string {
  return i18next.t(`portrait.signals.${signal}`, { count: rows.length > 0 ? rows.length : (days ?? 0) })
}

/** The row behind a reason, in its own words with its day. */
export const rowText = ({ text, atMs }: HealthRow, nowMs: number): string =>
  [text, dateOnly(atMs, nowMs)].filter(Boolean).join(' · ')

/** Why the rows put the customer there. */
export const stageReasonText = ({ key, text, atMs }: StageReason, nowMs: number): string =>
  i18next.t(`portrait.because.${key}`, { text, date: atMs === null ? '' : dateOnly(atMs, nowMs) })
