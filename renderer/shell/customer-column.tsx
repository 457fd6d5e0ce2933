import { memo } from 'react'
import { Guard } from '../components/guard.tsx'
import { HandshakeBlock } from '../features/closing/handshake-block.tsx'
import { Customer360 } from '../features/customer-360/customer-360.tsx'
import { AskedOfTicket } from '../features/diagnosis/asked-of-ticket.tsx'
import { Diagnosis } from '../features/diagnosis/diagnosis.tsx'
import { Guides } from '../features/guides/guides.tsx'
import { Topics } from '../features/topics/topics.tsx'
import { NextQuestions } from '../features/next-questions/next-questions.tsx'
import { Opportunities } from '../features/opportunities/opportunities.tsx'
import { RemoteHelp } from '../features/remote/remote-help.tsx'
import { PlansBlock, SupportSteps } from '../features/plans/plans-block.tsx'
import { HandOverNotes } from '../features/handover/hand-over-notes.tsx'
import { DuplicateMark } from '../features/people/duplicate-mark.tsx'
import { MergedLines } from '../features/people/merged-lines.tsx'
import { RelationsBlock } from '../features/people/relations-block.tsx'
import { ServicePane } from '../features/service-pane/service-pane.tsx'
import { SupportPane } from '../features/support-pane/support-pane.tsx'
import { EarlierTicket } from '../features/ticket/earlier-ticket.tsx'
import { useCases } from '../data/use-cases.ts'
import { useOwnKeys } from '../stores/settings-store.ts'

type CustomerColumnProps = {
  readonly customerId: string | null
  readonly ticketId: string | null
  readonly isTabbed: boolean
}

/** Not painted anew with the columns, only for new keys: while a ticket opens it still shows the customer before. */
export const CustomerColumn = memo(Column)

function Column({ customerId, ticketId, isTabbed }: CustomerColumnProps) {
  useOwnKeys()
  // Asked for here and not in the pane: it then comes with the card, and nothing shifts.
  const cases = useCases(customerId)
  if (customerId === null) return null
  const of = `${customerId} ${ticketId}`
  return (
    <Guard part="customer" of={of}>
      <Customer360
        customerId={customerId}
        ticketId={ticketId}
        isTabbed={isTabbed}
        earlier={(earlierId, onBack) => <EarlierTicket ticketId={earlierId} onBack={onBack} />}
        people={{
          mark: card => <DuplicateMark customerId={card.customer.id} />,
          lines: card => <MergedLines card={card} />,
        }}
        panes={{
          service: card => (
            <Guard part="service-pane" of={of}>
              <HandOverNotes ticketId={ticketId} kind="service" />
              <HandshakeBlock customerId={customerId} />
              <AskedOfTicket ticketId={ticketId} />
              <ServicePane
                card={card}
                cases={cases}
                ticketId={ticketId}
                plans={<WhatIsNext customerId={customerId} ticketId={ticketId} />}
              />
            </Guard>
          ),
          support: card => (
            <Guard part="support-pane" of={of}>
              <HandOverNotes ticketId={ticketId} kind="support" />
              <SupportPane
                card={card}
                ticketId={ticketId}
                plans={<SupportSteps customerId={customerId} />}
                diagnosis={
                  <>
                    <Diagnosis card={card} ticketId={ticketId} />
                    <Guides card={card} ticketId={ticketId} />
                    <RemoteHelp card={card} ticketId={ticketId} />
                  </>
                }
              />
            </Guard>
          ),
        }}
      />
    </Guard>
  )
}

type WhatIsNextProps = { readonly customerId: string; readonly ticketId: string | null }

/** What goes on with the relationship beside the matter itself. */
const WhatIsNext = ({ customerId, ticketId }: WhatIsNextProps) => (
  <>
    <Topics customerId={customerId} ticketId={ticketId} />
    <NextQuestions customerId={customerId} ticketId={ticketId} />
    <PlansBlock customerId={customerId} />
    <Opportunities customerId={customerId} ticketId={ticketId} />
    <RelationsBlock customerId={customerId} />
  </>
)
