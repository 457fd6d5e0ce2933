import { z } from 'zod'
import { CONSENTS, PREFERENCE_SOURCES, PREFERENCE_SUBJECTS, SENSITIVITIES } from '../../domain/portrait.ts'
import type { Preference } from '../../domain/portrait.ts'
import { contentOf } from '../../rules/portrait/preferences.ts'
import { Line, Moment, PersonName, SeenValue } from './args.ts'

const said = {
  value: Line,
  consentBy: PersonName.nullable(),
  consentHow: Line.nullable(),
  consentAtMs: Moment.nullable(),
} as const

export const PreferenceArgs = z.strictObject({
  ...said,
  subject: z.enum(PREFERENCE_SUBJECTS),
  consent: z.enum(CONSENTS),
  sensitivity: z.enum(SENSITIVITIES),
  source: z.enum(PREFERENCE_SOURCES),
})
/** What stood there when the agent looked; it may hold values of a newer hub. */
export const SeenPreference = z.strictObject({
  ...said,
  subject: SeenValue,
  consent: SeenValue,
  sensitivity: SeenValue,
  source: SeenValue,
})

/** As arguments again; null when it holds a value of a newer version, which is never written back. */
export const argsOf = (preference: Preference) => PreferenceArgs.safeParse(contentOf(preference)).data ?? null
