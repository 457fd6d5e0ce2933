import type { MutationInput } from '../../../shared/mutations/index.ts'
import { contentOf } from '../../../shared/rules/portrait/preferences.ts'
import { idOf, NOW_MS } from '../../support/builders.ts'
import { aPin, aPreference } from '../../support/portrait-builders.ts'
import type { World } from '../../support/row-world.ts'

export const portraitIds = { preference: idOf(350), pin: idOf(351) } as const
const customerId = idOf(1)
const preference = aPreference({ id: portraitIds.preference })
const pin = aPin({ id: portraitIds.pin })

/** A wish and a pinned line of the customer. */
export function putPortrait(world: World): void {
  world.put('preferences', preference)
  world.put('pins', pin)
}

type Names =
  | 'preference.set'
  | 'preference.remove'
  | 'pin.set'
  | 'pin.remove'
  | 'portrait.setVip'
  | 'portrait.setStage'

const said = {
  subject: 'contact-hours',
  consent: 'given',
  consentBy: 'Ana Ruiz',
  consentHow: 'by mail',
  consentAtMs: NOW_MS,
  sensitivity: 'ordinary',
  source: 'customer',
} as const

export const portraitSamples: { readonly [Name in Names]: MutationInput<Name> } = {
  'preference.set': {
    preferenceId: portraitIds.preference,
    customerId,
    content: { ...said, value: 'Mornings only' },
    seen: contentOf(preference),
  },
  'preference.remove': { preferenceId: portraitIds.preference, customerId, seen: contentOf(preference) },
  'pin.set': {
    pinId: portraitIds.pin,
    customerId,
    content: { text: 'Opens a second shop in May', tone: 'alert', untilMs: NOW_MS + 86_400_000 },
    seen: { text: pin.text, tone: 'fact', untilMs: null },
  },
  'pin.remove': { pinId: portraitIds.pin, customerId, seen: pin.text },
  'portrait.setVip': { customerId, isVip: true, reason: 'Speaks at our conference', seen: false },
  'portrait.setStage': {
    customerId,
    stage: 'at-risk',
    otherwise: 'using',
    reason: 'Told a colleague they look around',
    untilMs: NOW_MS + 30 * 86_400_000,
    seen: null,
  },
}
