import type { Preference, PreferenceSubject } from '../../domain/portrait.ts'
import { CHANNELS } from '../../domain/values.ts'
import type { Channel } from '../../domain/values.ts'
import { marksRefusal } from './marks.ts'
import type { MarksRefusal } from './marks.ts'

/** What is written down of how somebody wants to be treated. */
export type PreferenceContent = Pick<
  Preference,
  'subject' | 'value' | 'consent' | 'consentBy' | 'consentHow' | 'consentAtMs' | 'sensitivity' | 'source'
>

/** Of a row, what was written down. */
export const contentOf = ({
  subject,
  value,
  consent,
  consentBy,
  consentHow,
  consentAtMs,
  sensitivity,
  source,
}: Preference): PreferenceContent => ({
  subject,
  value,
  consent,
  consentBy,
  consentHow,
  consentAtMs,
  sensitivity,
  source,
})

/** Of these the consent is the statement; words beside it are welcome and not needed. */
const SAYS_ENOUGH: ReadonlySet<string> = new Set<PreferenceSubject>(['outreach', 'surveys'])
/** Tells of somebody's health or life whatever it says. */
const ALWAYS_SENSITIVE: ReadonlySet<string> = new Set<PreferenceSubject>(['access'])

export const isAlwaysSensitive = (subject: Preference['subject']): boolean => ALWAYS_SENSITIVE.has(subject)

/** Why it may not be written down like this. */
export type PreferenceRefusal = 'nothing-said' | 'unknown-channel' | 'must-be-sensitive' | MarksRefusal

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/**
 * Whether a preference may be written down. What is sensitive needs the person's recorded consent first: that they gave
 * it, who said so, how and when. Null: it may.
 */
export function preferenceRefusal(content: PreferenceContent): PreferenceRefusal | null {
  const { subject, value, consent, sensitivity } = content
  if (isBlank(value) && !(SAYS_ENOUGH.has(subject) && consent !== 'not-asked')) return 'nothing-said'
  if (subject === 'channel' && !CHANNELS.some(known => known === value)) return 'unknown-channel'
  if (isAlwaysSensitive(subject) && sensitivity !== 'sensitive') return 'must-be-sensitive'
  return marksRefusal(content)
}

type Said = Pick<Preference, 'subject' | 'value' | 'consent'>

/** Channels the person does not want to be reached by. */
export const refusedChannels = (preferences: readonly Said[]): readonly Channel[] =>
  CHANNELS.filter(channel =>
    preferences.some(
      ({ subject, value, consent }) => subject === 'channel' && consent === 'refused' && value === channel,
    ),
  )

const hasRefused = (preferences: readonly Said[], subject: PreferenceSubject): boolean =>
  preferences.some(each => each.subject === subject && each.consent === 'refused')

/** The person does not want to hear from us unasked. */
export const refusesOutreach = (preferences: readonly Said[]): boolean => hasRefused(preferences, 'outreach')

/** The person does not want to be asked for their opinion. */
export const refusesSurveys = (preferences: readonly Said[]): boolean => hasRefused(preferences, 'surveys')

/** The channel they asked for, unless they refused the same; null: none of theirs. */
export function wishedChannel(preferences: readonly Said[]): Channel | null {
  const refused = refusedChannels(preferences)
  return (
    CHANNELS.find(
      channel =>
        !refused.includes(channel) &&
        preferences.some(
          ({ subject, value, consent }) =>
            subject === 'channel' && consent !== 'refused' && value === channel,
        ),
    ) ?? null
  )
}
