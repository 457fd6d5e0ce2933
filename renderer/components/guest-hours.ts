import i18next from 'i18next'
import { hoursOf } from '../../shared/rules/guests/guest-hours.ts'
import { count } from '../lib/format.ts'

/** Hours done and agreed, "1.5 of 4 h this week". `quarters` null: nobody has said. Null: there is nothing to say. */
export function hoursText(agreed: number | null, quarters: number | null): string | null {
  const done = quarters === null ? null : count(hoursOf(quarters))
  if (agreed === null) return quarters ? i18next.t('guests.done', { done }) : null
  if (done === null) return i18next.t('guests.agreed', { agreed: count(agreed) })
  return i18next.t('guests.doneOf', { done, agreed: count(agreed) })
}
