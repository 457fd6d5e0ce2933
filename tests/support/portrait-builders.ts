import type { Pin, Portrait, Preference } from '../../shared/domain/portrait.ts'
import { freshId, idOf, NOW_MS } from './builders.ts'

const customerOf = (row: { readonly customerId?: string }): string => row.customerId ?? idOf(1)

export const aPreference = (row: Partial<Preference> = {}): Preference => ({
  id: freshId(),
  customerId: customerOf(row),
  subject: 'contact-hours',
  value: 'After four, never before ten',
  consent: 'given',
  consentBy: 'Ana Ruiz',
  consentHow: 'on the phone',
  consentAtMs: NOW_MS - 86_400_000,
  sensitivity: 'ordinary',
  source: 'customer',
  setBy: null,
  setAtMs: NOW_MS - 86_400_000,
  ...row,
})
export const aPin = (row: Partial<Pin> = {}): Pin => ({
  id: freshId(),
  customerId: customerOf(row),
  text: 'Ask for Marta when Ana is away',
  tone: 'fact',
  untilMs: null,
  marks: null,
  pinnedBy: null,
  pinnedAtMs: NOW_MS - 86_400_000,
  ...row,
})
export const aPortrait = (row: Partial<Portrait> = {}): Portrait => ({
  id: customerOf(row),
  customerId: customerOf(row),
  isVip: false,
  vipReason: null,
  stage: null,
  stageReason: null,
  stageUntilMs: null,
  stageBy: null,
  stageAtMs: null,
  ...row,
})
