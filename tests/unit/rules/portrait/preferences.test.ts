import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONSENTS, PREFERENCE_SUBJECTS, SENSITIVITIES } from '../../../../shared/domain/portrait.ts'
import { CHANNELS } from '../../../../shared/domain/values.ts'
import {
  preferenceRefusal,
  refusedChannels,
  refusesOutreach,
  refusesSurveys,
  wishedChannel,
} from '../../../../shared/rules/portrait/preferences.ts'
import type { PreferenceContent } from '../../../../shared/rules/portrait/preferences.ts'
import { pinsNow } from '../../../../shared/rules/portrait/pins.ts'
import { NOW_MS } from '../../../support/builders.ts'
import { aPin, aPreference } from '../../../support/portrait-builders.ts'

const content = (some: Partial<PreferenceContent> = {}): PreferenceContent => ({ ...aPreference(), ...some })

test.each([
  [{}, null],
  [{ value: '  ' }, 'nothing-said'],
  [{ subject: 'outreach', value: '', consent: 'refused' }, null],
  [{ subject: 'surveys', value: '', consent: 'not-asked' }, 'nothing-said'],
  [{ subject: 'channel', value: 'pigeon' }, 'unknown-channel'],
  [{ subject: 'channel', value: 'phone', consent: 'refused' }, null],
  [{ subject: 'access', value: 'Large print' }, 'must-be-sensitive'],
  [{ subject: 'access', value: 'Large print', sensitivity: 'sensitive' }, null],
  [{ sensitivity: 'sensitive', consent: 'not-asked' }, 'needs-consent'],
  [{ sensitivity: 'sensitive', consentBy: null }, 'needs-record'],
  [{ sensitivity: 'sensitive', consentAtMs: null }, 'needs-record'],
] as const)('%j: %s', (some, refusal) => {
  expect(preferenceRefusal(content(some))).toBe(refusal)
})

const anyContent = fc.record({
  subject: fc.constantFrom(...PREFERENCE_SUBJECTS, 'other' as const),
  value: fc.constantFrom('', 'phone', 'Large print'),
  consent: fc.constantFrom(...CONSENTS, 'other' as const),
  consentBy: fc.constantFrom(null, '', 'herself'),
  consentHow: fc.constantFrom(null, '', 'by mail'),
  consentAtMs: fc.constantFrom(null, NOW_MS),
  sensitivity: fc.constantFrom(...SENSITIVITIES, 'other' as const),
  source: fc.constant('customer' as const),
})

test('nothing sensitive is ever stored without who consented, how and when', () => {
  fc.assert(
    fc.property(anyContent, given => {
      if (preferenceRefusal(given) !== null) return
      if (given.subject !== 'access' && given.sensitivity === 'ordinary') return
      expect(given.sensitivity).not.toBe('ordinary')
      expect(given.consent).toBe('given')
      expect(given.consentBy && given.consentHow && given.consentAtMs).toBeTruthy()
    }),
  )
})

test('a refused channel is never the one they wish, and the order of rows does not matter', () => {
  const anyWish = fc.record({
    subject: fc.constantFrom('channel' as const, 'outreach' as const, 'surveys' as const),
    value: fc.constantFrom(...CHANNELS),
    consent: fc.constantFrom(...CONSENTS),
  })
  fc.assert(
    fc.property(fc.array(anyWish, { maxLength: 8 }), wishes => {
      const wished = wishedChannel(wishes)
      if (wished !== null) expect(refusedChannels(wishes)).not.toContain(wished)
      const turned = wishes.toReversed()
      expect([wishedChannel(turned), refusesOutreach(turned), refusesSurveys(turned)]).toEqual([
        wished,
        refusesOutreach(wishes),
        refusesSurveys(wishes),
      ])
    }),
  )
})

test('alerts stand before facts, the newest first, and what is over is gone', () => {
  const pins = [
    aPin({ text: 'old fact', pinnedAtMs: 1 }),
    aPin({ text: 'over', untilMs: NOW_MS }),
    aPin({ text: 'new fact', pinnedAtMs: 2 }),
    aPin({ text: 'alert', tone: 'alert', untilMs: NOW_MS + 1, pinnedAtMs: 0 }),
  ]
  expect(pinsNow(pins, NOW_MS).map(({ text }) => text)).toEqual(['alert', 'new fact', 'old fact'])
})
