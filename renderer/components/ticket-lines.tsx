import { useTranslation } from 'react-i18next'
import type { TicketLine } from '../../shared/contract/customers.ts'
import { useNow } from '../lib/clock.ts'
import { dateOnly } from '../lib/format.ts'
import { ticketName } from '../lib/ticket-name.ts'
import { openTicketInTab } from '../stores/tabs-store.ts'
import type { MarkKind } from './kind-mark.tsx'
import { Line, Section } from './section.tsx'

type EarlierTicketsProps = {
  readonly title: string
  readonly lines: readonly TicketLine[]
  /** How many there are in all when only some are shown. */
  readonly total?: number
  readonly kind: MarkKind
  /** The ticket on the screen is not repeated. */
  readonly without: string | null
}

/** Other tickets of the customer, one line each. */
export function EarlierTickets({ title, lines, total, kind, without }: EarlierTicketsProps) {
  const others = lines.filter(line => line.ticketId !== without)
  if (others.length === 0) return null
  return (
    <Section title={title} detail={total ?? others.length}>
      <ul>
        {others.map(line => (
          <TicketEntry key={line.ticketId} line={line} kind={kind} />
        ))}
      </ul>
    </Section>
  )
}

function TicketEntry({ line, kind }: { readonly line: TicketLine; readonly kind: MarkKind }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const thread = line.threads.find(each => each.kind === kind) ?? line.threads[0]
  const at = thread?.solvedAtMs ?? line.lastActivityAtMs
  return (
    <Line
      title={`${ticketName(line)} ${line.subject.trim() || t('ticket.noSubject')}`}
      detail={[thread ? t(`state.${thread.state}`) : null, dateOnly(at, nowMs)].filter(Boolean).join(' ')}
      onOpen={() => openTicketInTab(line.ticketId)}
    />
  )
}
