import type { Preference } from '../../../../shared/domain/portrait.ts'
import { makeId } from '../ids.ts'
import type { Tables } from '../tables.ts'
import { me } from './people.ts'

const DAY = 86_400_000

/** How Ana wants to be treated, and the line nobody may overlook. */
export function putAnaPortrait(tables: Tables, customerId: string, nowMs: number): void {
  const wish = (told: Pick<Preference, 'subject' | 'value'> & Partial<Preference>): void =>
    void tables.put('preferences', {
      id: makeId(),
      customerId,
      consent: 'given',
      consentBy: 'Ana Ruiz',
      consentHow: 'on the phone',
      consentAtMs: nowMs - 120 * DAY,
      sensitivity: 'ordinary',
      source: 'customer',
      setBy: me.id,
      setAtMs: nowMs - 120 * DAY,
      ...told,
    })
  wish({ subject: 'pronunciation', value: 'AH-na roo-EETH' })
  wish({ subject: 'form-of-address', value: 'tú' })
  wish({ subject: 'contact-hours', value: 'Before ten' })
  wish({ subject: 'channel', value: 'sms', consent: 'refused' })
  wish({ subject: 'access', value: 'Reads with a screen reader', sensitivity: 'sensitive' })
  tables.put('pins', {
    id: makeId(),
    customerId,
    text: 'The third shop opens in December: nothing about its tills changes without asking her',
    tone: 'alert',
    untilMs: nowMs + 30 * DAY,
    marks: null,
    pinnedBy: me.id,
    pinnedAtMs: nowMs - 6 * DAY,
  })
}
