import { assertNever } from '../../../shared/assert.ts'
import { TARGET_NAMES } from '../../../shared/rules/sla/target-name.ts'
import { counted, fill } from '../speech.ts'
import type { Texts } from '../speech.ts'
import type { Alert } from './alert.ts'

export type Words = { readonly title: string; readonly body: string }

/** What the notification of an alert says; `count`: how many of its sort the ticket has brought meanwhile. */
export function wordsOf(alert: Alert, count: number, texts: Texts['alert']): Words {
  const name = alert.customerName.trim() || texts.unnamed
  const about = fill(texts.about, { name, subject: alert.subject })
  const title = alert.text
  const target = targetWords(title, texts.targets)
  switch (alert.kind) {
    case 'message':
      return { title: counted(texts.message, count, { name }), body: lines(alert.subject, alert.text) }
    case 'assigned':
      return { title: texts.assigned, body: about }
    case 'mention':
      return { title: texts.mention, body: lines(about, alert.text) }
    case 'thanks':
      return { title: fill(texts.thanks, { name }), body: alert.text }
    case 'coaching':
      // Between two: nobody who looks over a shoulder reads it.
      return { title: fill(texts.coaching, { name }), body: texts.coachingBody }
    case 'lease-broken':
      return { title: texts.leaseBroken, body: about }
    case 'sla-warning':
      return { title: fill(texts.slaWarning, { title: target }), body: about }
    case 'sla-breach':
      return { title: fill(texts.slaBreach, { title: target }), body: about }
    case 'follow-up':
      return { title: fill(texts.followUp, { title }), body: about }
    case 'promise':
      return { title: fill(texts.promise, { title }), body: about }
    case 'snooze-over':
      return { title: texts.snoozeOver, body: about }
    default:
      return assertNever(alert.kind, 'alert kind')
  }
}

/** The same without a word of the customer: a lock screen is read by others. */
export function privateWords(kind: Alert['kind'], { private: texts }: Texts['alert']): Words {
  if (kind === 'thanks' || kind === 'coaching') return { title: texts.word, body: texts.body }
  const isKnown = kind === 'message' || kind === 'assigned' || kind === 'mention' || kind === 'lease-broken'
  const title = isKnown ? texts[kind] : texts.due
  return { title, body: texts.body }
}

/** Clocks come by the name of their target. */
function targetWords(name: string, texts: Texts['alert']['targets']): string {
  const known = TARGET_NAMES.find(each => each === name)
  return known ? texts[known] : name
}

const lines = (...parts: readonly string[]): string => parts.filter(part => part.trim() !== '').join('\n')
