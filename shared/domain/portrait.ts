import { z } from 'zod'
import { AgentId, CustomerId, RowId } from './ids.ts'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { JOURNEY_STAGES } from './values.ts'

/** What a preference is about. 'outreach' and 'surveys': whether they want to hear from us unasked, and be asked. */
export const PREFERENCE_SUBJECTS = [
  'channel',
  'language',
  'contact-hours',
  'pronunciation',
  'form-of-address',
  'taste',
  'access',
  'outreach',
  'surveys',
  'other',
] as const
export type PreferenceSubject = (typeof PREFERENCE_SUBJECTS)[number]

/** What the person said about our keeping it, or about being reached that way. */
export const CONSENTS = ['given', 'refused', 'not-asked'] as const
export type Consent = (typeof CONSENTS)[number]

export const SENSITIVITIES = ['ordinary', 'sensitive'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

export const PREFERENCE_SOURCES = ['customer', 'relative', 'colleague', 'contract', 'import'] as const
export type PreferenceSource = (typeof PREFERENCE_SOURCES)[number]

/** How careful words about a person are to be kept, and what the person agreed to. */
export const Marks = z.object({
  sensitivity: z.string(),
  consent: z.string(),
  /** Who said so, how and when; null while nobody was asked. */
  consentBy: z.string().nullable(),
  consentHow: z.string().nullable(),
  consentAtMs: z.int().nullable(),
})
export type Marks = z.infer<typeof Marks>

/** How somebody wants to be treated, one statement a row, with what they agreed to. */
export const preferences = defineTable('preferences', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  subject: oneOf(PREFERENCE_SUBJECTS),
  /** In words; of 'channel' the name of a channel, of 'language' a tag as BCP 47 has it. */
  value: text(),
  consent: oneOf(CONSENTS),
  /** Who said so, how and when; null while nobody was asked. */
  consentBy: nullable(text()),
  consentHow: nullable(text()),
  consentAtMs: nullable(integer()),
  sensitivity: oneOf(SENSITIVITIES),
  source: oneOf(PREFERENCE_SOURCES),
  setBy: nullable(ref(AgentId)),
  setAtMs: integer(),
})
export type Preference = RowFrom<typeof preferences.columns>

export const PIN_TONES = ['fact', 'alert'] as const
export type PinTone = (typeof PIN_TONES)[number]

/** A line nobody may overlook who opens the customer. */
export const pins = defineTable('pins', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  text: text(),
  tone: oneOf(PIN_TONES),
  /** Not shown from then on; null: until somebody takes it away. */
  untilMs: nullable(integer()),
  /** Null: ordinary words, and nobody was asked. */
  marks: nullable(json(Marks)),
  pinnedBy: nullable(ref(AgentId)),
  pinnedAtMs: integer(),
})
export type Pin = RowFrom<typeof pins.columns>

/** What a person says about a customer against what the rows say: where they stand, and that they matter. */
export const portraits = defineTable('portraits', 'customer', {
  /** The customer's own id: nobody can make two. */
  id: ref(RowId),
  customerId: ref(CustomerId),
  isVip: flag(),
  vipReason: nullable(text()),
  /** Null: nobody has said, the stage comes from the rows. */
  stage: nullable(oneOf(JOURNEY_STAGES)),
  stageReason: nullable(text()),
  /** The rows speak again from then on; null: until somebody says otherwise. */
  stageUntilMs: nullable(integer()),
  stageBy: nullable(ref(AgentId)),
  stageAtMs: nullable(integer()),
})
export type Portrait = RowFrom<typeof portraits.columns>
