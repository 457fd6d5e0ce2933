import { cleanAhead } from './kept-clean.ts'
import { mailOpening, mailPartsInSteps } from './mail-parts.ts'
import type { MailParts } from './mail-parts.ts'

/** Long mails that were cut lately, or are about to be read: whoever comes to one sees it at once. */
const lately = new Map<string, MailParts>()
/** Beginnings of long mails that are not cut yet. */
const openings = new Map<string, MailParts | null>()
const KEPT = 6

function keep<Value>(kept: Map<string, Value>, messageId: string, value: Value): Value {
  kept.set(messageId, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return value
}

/** So long the window is held at most before it may paint, ms. */
const TURN_MS = 8

export type ShownMail = {
  /** Of the mail as a whole, or its first one. Null where that cannot be told without the others. */
  readonly mail: MailParts | null
  readonly isWhole: boolean
}

/** What can be shown at once: the whole mail where it was cut already, else its beginning. */
export function beginningOf(messageId: string, html: string): ShownMail {
  const whole = lately.get(messageId)
  if (whole) return { mail: whole, isWhole: true }
  return { mail: openings.get(messageId) ?? keep(openings, messageId, mailOpening(html)), isWhole: false }
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
    if (step.done) done(keep(lately, messageId, step.value))
    else timer = setTimeout(go)
  }
  let timer = setTimeout(go)
  return () => clearTimeout(timer)
}

/** The part that stands at the top is what the first paint of a mail has to clean. */
const cleanFirst = (mail: MailParts | null): void => {
  const [first] = mail?.parts ?? []
  if (first !== undefined) cleanAhead(first, false)
}

/** Makes a long mail ready that may be opened next, its beginning first; resolves when it is cut. */
export async function readAhead(messageId: string, html: string): Promise<void> {
  if (lately.has(messageId)) return
  cleanFirst(beginningOf(messageId, html).mail)
  cleanFirst(await new Promise<MailParts>(resolve => cutSoon(messageId, html, resolve)))
}
