import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../commands/command-table.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { Guard } from '../components/guard.tsx'
import { HeldStrip } from '../features/attention/held-strip.tsx'
import { ClosingSheet } from '../features/closing/closing-sheet.tsx'
import { Composer } from '../features/composer/composer.tsx'
import { ProposalStrip } from '../features/proposals/proposal-strip.tsx'
import { Attachments } from '../features/ticket/attachments.tsx'
import { CoachingStrip } from '../features/training/coaching-strip.tsx'
import { Conversation } from '../features/ticket/conversation.tsx'
import { useLayout } from '../lib/use-layout.ts'
import { activeTab, useTabs } from '../stores/tabs-store.ts'
import classes from './console.module.css'
import { CustomerTickets } from './customer-tickets.tsx'
import { TabBar } from './tab-bar.tsx'

/** Tabs, and region "Conversation" with the ticket in front. */
export function MiddleColumn() {
  const { t } = useTranslation()
  const tab = useTabs(activeTab)
  const layout = useLayout()
  return (
    <>
      <TabBar />
      <section className={classes['region']} aria-label={t('landmarks.conversation')}>
        {tab === null && (
          <EmptyState
            action={
              <Button variant="default" onClick={() => runCommand('ticket.next')}>
                {t('ticket.openFirst')}
              </Button>
            }
          >
            {t('ticket.noneOpen')}
          </EmptyState>
        )}
        {tab?.type === 'ticket' && (
          <Guard part="conversation" of={tab.id}>
            <Conversation
              key={tab.id}
              ticketId={tab.id}
              composer={
                <Guard part="composer" of={tab.id}>
                  <CoachingStrip ticketId={tab.id} />
                  <HeldStrip ticketId={tab.id} />
                  <ProposalStrip ticketId={tab.id} files={Attachments} />
                  <Composer key={tab.id} ticketId={tab.id} isSheet={layout === 'small'} />
                </Guard>
              }
            />
          </Guard>
        )}
        {tab?.type === 'customer' && <CustomerTickets key={tab.id} customerId={tab.id} />}
      </section>
      <Guard part="conversation" of="closing">
        <ClosingSheet />
      </Guard>
    </>
  )
}
