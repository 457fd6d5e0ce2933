import { useEffect, useState } from 'react'
import { mailOpening, mailPartsInSteps } from '../../lib/mail-parts.ts'
import type { MailParts } from '../../lib/mail-parts.ts'

/** Long mails that were cut lately: scrolling back to one shows it at once. */
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

type Shown = {
  /** Of the mail as a whole, or its first one. Null where that cannot be told without the others. */
  readonly mail: MailParts | null
  readonly isWhole: boolean
}

function beginningOf(messageId: string, html: string): Shown {
  const whole = lately.get(messageId)
  return whole ? { mail: whole, isWhole: true } : { mail: mailOpening(html), isWhole: false }
}

/**
 * The parts of a long mail: the first one at once, the others when they are cut, in turns behind the first paint, because
 * reading a megabyte in one go would hold the window.
 */
export function useMailParts(messageId: string, html: string): Shown {
  const [shown, setShown] = useState(() => beginningOf(messageId, html))
  useEffect(() => {
    if (lately.has(messageId)) return undefined
    const steps = mailPartsInSteps(html)
    const go = (): void => {
      const until = performance.now() + TURN_MS
      let step = steps.next()
      while (!step.done && performance.now() < until) step = steps.next()
      if (step.done) setShown({ mail: keep(messageId, step.value), isWhole: true })
      else timer = setTimeout(go)
    }
    let timer = setTimeout(go)
    return () => clearTimeout(timer)
  }, [messageId, html])
  return shown
}
