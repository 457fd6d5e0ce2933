import { assertNever } from '../../../shared/assert.ts'
import type { Alert } from './alert.ts'

/**
 * How a notification comes: kinds sound and press differently. Linux and Windows know the urgency (the highest stays
 * until it is answered), macOS the name of a sound; null is silent.
 */
export type Manner = { readonly urgency: 'low' | 'normal' | 'critical'; readonly sound: string | null }

export function mannerOf(kind: Alert['kind']): Manner {
  switch (kind) {
    case 'message':
      return { urgency: 'normal', sound: 'Ping' }
    case 'assigned':
    case 'lease-broken':
      return { urgency: 'normal', sound: 'Pop' }
    case 'mention':
    case 'thanks':
    case 'coaching':
      return { urgency: 'normal', sound: 'Tink' }
    case 'sla-warning':
      return { urgency: 'normal', sound: 'Glass' }
    case 'sla-breach':
      return { urgency: 'critical', sound: 'Sosumi' }
    case 'follow-up':
    case 'promise':
      return { urgency: 'normal', sound: 'Purr' }
    case 'snooze-over':
      return { urgency: 'low', sound: null }
    default:
      return assertNever(kind, 'alert kind')
  }
}
