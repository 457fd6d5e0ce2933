import { mailOpening, mailPartsInSteps } from './mail-parts.ts'
import type { MailParts } from './mail-parts.ts'

/** Long mails that were cut lately, or are about to be read: whoever comes to one sees it at once. */
const lately = new Map<string, MailParts>()
const KEPT = 6

function keep(messageId: string, parts: MailParts): MailParts {
  lately.set(messageId, parts)
  for (const oldest of lately.keys()) {
    if (lately.size <= KEPT) break
    lately.delete(oldest)
  }
  return parts
}

/** So long the window is held at most before it may paint, ms. */
const TURN_MS = 8

export type ShownMail = {
  /** Of the mail as a whole, or its first one. Null where that cannot be told without the others. */
  readonly mail: MailParts | null
  readonly isWhole: boolean
}

export const isCut = (messageId: string): boolean => lately.has(messageId)

/** What can be shown at once: the whole mail where it was cut already, else its beginning. */
export function beginningOf(messageId: string, html: string): ShownMail {
  const whole = lately.get(messageId)
  return whole ? { mail: whole, isWhole: true } : { mail: mailOpening(html), isWhole: false }
}

/**
 * Cuts a long mail in turns, because reading a megabyte in one go would hold the window, and keeps its parts. `done` is not
 * called for one that is kept already. The returned function stops it.
 */
export function cutSoon(messageId: string, html: string, done: (whole: MailParts) => void): () => void {
  if (lately.has(messageId)) return () => undefined
  const steps = mailPartsInSteps(html)
  const go = (): void => {
    const until = performance.now() + TURN_MS
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (step.done) done(keep(messageId, step.value))
    else timer = setTimeout(go)
  }
  let timer = setTimeout(go)
  return () => clearTimeout(timer)
}
