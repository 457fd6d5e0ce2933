import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeepLine } from '../../shared/contract/scope.ts'
import { fetchBeyond } from '../data/fetch-beyond.ts'
import type { Beyond } from '../data/fetch-beyond.ts'
import { useIsGuest } from '../data/guest.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { now, useNow } from '../lib/clock.ts'
import { useIsAway } from '../stores/sync-store.ts'
import { EmptyState } from './empty-state.tsx'

/** An answer takes a moment; after this nothing more is to be expected. */
const COMING_MS = 15_000

const isFor = ({ ticketId, customerId }: Beyond, keep: KeepLine): boolean =>
  ticketId === null ? keep.customerId === customerId : keep.ticketId === ticketId

type Standing = 'ask' | 'askOffline' | 'waiting' | 'coming' | 'refused'

/** How far the asking has come. */
function useStanding(beyond: Beyond, askedAtMs: number | null): Standing {
  const isAway = useIsAway()
  const nowMs = useNow()
  const keep = (useLiveValue('keeps.list', {}) ?? []).find(each => isFor(beyond, each))
  const isFresh = askedAtMs !== null && nowMs - askedAtMs < COMING_MS
  if (keep?.isWaiting) return isAway ? 'waiting' : 'coming'
  if (isFresh) return 'coming'
  if (keep !== undefined || askedAtMs !== null) return 'refused'
  return isAway ? 'askOffline' : 'ask'
}

/** In place of a ticket or customer that is not on this laptop: why, and how to get it. */
export function NotHere({ ticketId, customerId }: Beyond) {
  const { t } = useTranslation()
  const [askedAtMs, setAskedAtMs] = useState<number | null>(null)
  const standing = useStanding({ ticketId, customerId }, askedAtMs)
  const ask = async (): Promise<void> => {
    setAskedAtMs(now())
    if (!(await fetchBeyond({ ticketId, customerId }))) setAskedAtMs(null)
  }
  const what = t(ticketId === null ? 'beyond.customer' : 'beyond.ticket')
  const isGuest = useIsGuest()
  const canAsk = !isGuest && (standing === 'ask' || standing === 'askOffline')
  return (
    <EmptyState
      action={
        canAsk && (
          <Button variant="default" mt={12} onClick={() => void ask()}>
            {t(standing === 'ask' ? 'beyond.fetch' : 'beyond.fetchLater')}
          </Button>
        )
      }
    >
      <span role="status">
        {what} {t(isGuest ? 'beyond.guest' : `beyond.${standing}`)}
      </span>
    </EmptyState>
  )
}
