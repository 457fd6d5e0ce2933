import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { LoadFailed } from '../../components/load-failed.tsx'
import { NotHere } from '../../components/not-here.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { registerFocus } from '../../lib/focus-targets.ts'
import classes from './conversation.module.css'
import { MessageList } from './message-list.tsx'
import { TicketHead } from './ticket-head.tsx'

type ConversationProps = {
  readonly ticketId: string
  /** The composers, put below the messages by whoever shows the conversation. */
  readonly composer: ReactNode
}

/** A ticket as it is worked on: what it is about, who has which part, everything said, and room to answer. */
export function Conversation({ ticketId, composer }: ConversationProps) {
  const ticket = useLiveQuery('tickets.get', { ticketId })
  // Asked beside the ticket and waited for, so that nothing moves once the head is painted.
  const triage = useLiveQuery('tickets.triage', { ticketId })
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => registerFocus('conversation', () => root.current?.focus()), [])
  if (ticket.state === 'loading' || triage.state === 'loading') return <Skeleton shape="messages" rows={3} />
  if (ticket.state === 'failed') return <LoadFailed error={ticket.error} onRetry={ticket.reload} />
  if (ticket.value === null) return <NotHere ticketId={ticketId} customerId={null} />
  return (
    <div ref={root} className={classes['ticket']} tabIndex={-1}>
      <TicketHead view={ticket.value} triage={triage.state === 'ready' ? triage.value : null} />
      <MessageList key={ticketId} ticketId={ticketId} customerId={ticket.value.ticket.customerId} />
      {composer}
    </div>
  )
}
