import { CONSENTS, PIN_TONES, PREFERENCE_SUBJECTS } from '../../../shared/domain/portrait.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { JOURNEY_STAGES } from '../../../shared/domain/values.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { PreferenceArgs } from '../../../shared/mutations/parts/preference-args.ts'
import { contentOf } from '../../../shared/rules/portrait/preferences.ts'
import { anyOf, fresh, intend, later, oneOf, rowsOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

const onCustomer =
  (make: (customer: Row<'customers'>, desk: Desk) => Intent) =>
  (desk: Desk): Intent | null => {
    const customer = anyOf(desk, 'customers')
    return customer ? make(customer, desk) : null
  }

/** Consent is written down with everything that needs it. */
function said(desk: Desk) {
  const subject = oneOf(desk, PREFERENCE_SUBJECTS)
  const isSensitive = subject === 'access'
  return {
    subject,
    value: subject === 'channel' ? oneOf<string>(desk, ['email', 'phone', 'sms']) : words(desk).slice(0, 12),
    consent: isSensitive ? ('given' as const) : oneOf(desk, CONSENTS),
    consentBy: 'herself',
    consentHow: 'on the phone',
    consentAtMs: Math.max(0, desk.nowMs),
    sensitivity: isSensitive ? ('sensitive' as const) : ('ordinary' as const),
    source: 'customer' as const,
  }
}

const stageOf = (desk: Desk, customerId: string): string | null =>
  rowsOf(desk, 'portraits').find(({ id }) => id === customerId)?.stage ?? null

/** What people write down about who a customer is. */
export const portraitActs = {
  'preference.set': {
    weight: 2,
    act: desk => {
      const row = desk.random() < 0.5 ? anyOf(desk, 'preferences') : undefined
      const customer = anyOf(desk, 'customers')
      const customerId = row?.customerId ?? customer?.id
      if (customerId === undefined) return null
      return intend('preference.set', {
        preferenceId: row?.id ?? fresh(desk),
        customerId,
        content: PreferenceArgs.parse(said(desk)),
        seen: row ? contentOf(row) : null,
      })
    },
  },
  'preference.remove': {
    weight: 1,
    act: desk => {
      const row = anyOf(desk, 'preferences')
      return row
        ? intend('preference.remove', {
            preferenceId: row.id,
            customerId: row.customerId,
            seen: contentOf(row),
          })
        : null
    },
  },
  'pin.set': {
    weight: 2,
    act: onCustomer((customer, desk) =>
      intend('pin.set', {
        pinId: fresh(desk),
        customerId: customer.id,
        content: {
          text: words(desk).slice(0, 12),
          tone: oneOf(desk, PIN_TONES),
          untilMs: desk.random() < 0.5 ? null : later(desk, 3_600_000),
        },
        seen: null,
      }),
    ),
  },
  'pin.remove': {
    weight: 1,
    act: desk => {
      const pin = anyOf(desk, 'pins')
      return pin ? intend('pin.remove', { pinId: pin.id, customerId: pin.customerId, seen: pin.text }) : null
    },
  },
  'portrait.setVip': {
    weight: 1,
    act: onCustomer((customer, desk) => {
      const isVip = rowsOf(desk, 'portraits').find(({ id }) => id === customer.id)?.isVip ?? false
      return intend('portrait.setVip', {
        customerId: customer.id,
        isVip: !isVip,
        reason: words(desk).slice(0, 12),
        seen: isVip,
      })
    }),
  },
  'portrait.setStage': {
    weight: 1,
    act: onCustomer((customer, desk) =>
      intend('portrait.setStage', {
        customerId: customer.id,
        stage: desk.random() < 0.3 ? null : oneOf(desk, JOURNEY_STAGES),
        otherwise: 'using',
        reason: null,
        untilMs: desk.random() < 0.5 ? null : later(desk, 3_600_000),
        seen: stageOf(desk, customer.id),
      }),
    ),
  },
} satisfies Readonly<Record<string, Act>>
