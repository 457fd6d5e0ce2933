import { useEffect, useState } from 'react'
import { mailPartsInSteps } from '../../lib/mail-parts.ts'
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

/** The parts of a long mail. Null for a moment: reading a megabyte is work of its own, step by step behind the first paint. */
export function useMailParts(messageId: string, html: string): MailParts | null {
  const [parts, setParts] = useState(() => lately.get(messageId) ?? null)
  useEffect(() => {
    if (lately.has(messageId)) return undefined
    const steps = mailPartsInSteps(html)
    const go = (): void => {
      const step = steps.next()
      if (step.done) setParts(keep(messageId, step.value))
      else timer = setTimeout(go)
    }
    let timer = setTimeout(go)
    return () => clearTimeout(timer)
  }, [messageId, html])
  return parts
}
