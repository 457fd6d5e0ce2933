import { useEffect, useState } from 'react'
import { beginningOf, cutSoon } from '../../lib/kept-mails.ts'
import type { ShownMail } from '../../lib/kept-mails.ts'

/** The parts of a long mail: the first one at once, the others when they are cut, behind the first paint. */
export function useMailParts(messageId: string, html: string): ShownMail {
  const [shown, setShown] = useState(() => beginningOf(messageId, html))
  useEffect(
    () => cutSoon(messageId, html, whole => setShown({ mail: whole, isWhole: true })),
    [messageId, html],
  )
  return shown
}
