import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { Guard } from '../../components/guard.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { NotHere } from '../../components/not-here.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { registerFocus } from '../../lib/focus-targets.ts'
import classes from './customer-360.module.css'
import { CustomerHead } from './customer-head.tsx'
import { IssueBanner } from './issue-banner.tsx'
import { Panes } from './panes.tsx'
import { Timeline } from './timeline.tsx'

export type PaneSlots = {
  readonly service: (card: CustomerCard) => ReactNode
  readonly support: (card: CustomerCard) => ReactNode
}
/** What is known of the person beside their card: in the row of the name, and below it. */
export type PeopleSlots = {
  readonly mark: (card: CustomerCard) => ReactNode
  readonly lines: (card: CustomerCard) => ReactNode
}
type Customer360Props = {
  readonly customerId: string
  readonly ticketId: string | null
  /** Panes side by side, or as two tabs where there is no room. */
  readonly isTabbed: boolean
  readonly panes: PaneSlots
  readonly people: PeopleSlots
  /** Another ticket of the customer, read in the timeline. */
  readonly earlier: (ticketId: string, onBack: () => void) => ReactNode
}

/** Region "Customer 360": one customer, one record, service and support side by side. */
export function Customer360({ customerId, ticketId, isTabbed, panes, people, earlier }: Customer360Props) {
  const { t } = useTranslation()
  // What is worked out from a few rows of a customer would say something untrue.
  const isGuest = useIsGuest()
  const card = useLiveQuery('customers.card', { customerId, ticketId })
  // Asked beside the card and waited for, so that nothing moves once the head is painted.
  const experience = useLiveQuery('customers.experience', { customerId })
  const portrait = useLiveQuery('customers.portrait', { customerId })
  const isLoading = [card, experience, portrait].some(({ state }) => state === 'loading')
  const root = useRef<HTMLElement>(null)
  useEffect(() => registerFocus('customer', () => root.current?.focus()), [])
  return (
    <section ref={root} className={classes['customer']} aria-label={t('landmarks.customer')} tabIndex={-1}>
      {isLoading && <Skeleton rows={6} />}
      {card.state === 'failed' && <LoadFailed error={card.error} onRetry={card.reload} />}
      {card.state === 'ready' && card.value === null && <NotHere ticketId={null} customerId={customerId} />}
      {!isLoading && card.state === 'ready' && card.value !== null && (
        <>
          <CustomerHead
            card={card.value}
            people={people}
            experience={experience.state === 'ready' && !isGuest ? experience.value : null}
            portrait={portrait.state === 'ready' && !isGuest ? portrait.value : null}
          />
          <IssueBanner card={card.value} />
          <Panes card={card.value} ticketId={ticketId} isTabbed={isTabbed} panes={panes} />
          <Guard part="timeline" of={`${customerId} ${ticketId}`}>
            <Timeline
              key={`${customerId} ${ticketId}`}
              card={card.value}
              customerId={customerId}
              ticketId={ticketId}
              earlier={earlier}
            />
          </Guard>
        </>
      )}
    </section>
  )
}
