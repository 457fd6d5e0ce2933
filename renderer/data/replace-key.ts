import { useEffect, useState } from 'react'
import i18next from 'i18next'
import type { KeyFacts } from '../../shared/contract/session.ts'
import { desk } from '../desk.ts'
import { dayAndTime } from '../lib/format.ts'
import { showNews, showNotice } from './toasts.ts'
import { act } from './use-action.ts'

/** What is known of the key of the open place; null until it is. Asked anew by whoever looks. */
export function useKeyFacts(): KeyFacts | null {
  const [facts, setFacts] = useState<KeyFacts | null>(null)
  useEffect(() => {
    let isHere = true
    desk.call('session.key', {}).then(
      found => isHere && setFacts(found),
      // Without the facts nothing is offered.
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [])
  return facts
}

/** Whoever asked for it is gone from the window meanwhile: how it ended is told in a toast. */
export async function replaceKey(): Promise<void> {
  const session = await act('session.replaceKey', {})
  if (session?.state === 'open') showNotice(i18next.t('dataKey.replaced'))
}

/** Tells whoever comes back that it was replaced meanwhile; returns a function that stops. */
export const tellReplacedKey = (): (() => void) =>
  desk.on('key.replaced', ({ atMs }) =>
    showNews(i18next.t('dataKey.replacedAlone', { when: dayAndTime(atMs) })),
  )
