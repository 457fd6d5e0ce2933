import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IssueDetail } from '../../../shared/contract/incidents.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line } from '../../components/section.tsx'
import { linkIssue, unlinkIssue } from '../../data/customer-intents.ts'
import { currentTicket } from '../../data/current-ticket.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from './issues.module.css'

/** Who has it: every ticket with it that is on this laptop, those still worked on first. */
export function IssueTickets({ detail }: { readonly detail: IssueDetail }) {
  const { t } = useTranslation()
  const front = currentTicket()?.view.ticket.id ?? null
  const canLink = front !== null && detail.list.every(({ ticketId }) => ticketId !== front)
  const open = (ticketId: string): void => {
    closeDialog()
    openTicketInTab(ticketId)
  }
  return (
    <>
      {detail.list.length === 0 && <EmptyState>{t('knownIssues.noTickets')}</EmptyState>}
      <ul className={classes['tickets']}>
        {detail.list.map(({ linkId, ticketId, number, subject, customerName, state }) => (
          <Line
            key={linkId}
            title={`${number === null ? t('ticket.new') : `#${number}`} ${subject || t('ticket.noSubject')}`}
            detail={[
              customerName || t('customer.unnamed'),
              t(`state.${state === 'other' ? 'open' : state}`),
            ].join(' · ')}
            onOpen={() => open(ticketId)}
            quiet={
              <LineMenu
                what={subject}
                actions={[{ label: t('support.unlinkIssue'), run: () => void unlinkIssue(ticketId, linkId) }]}
              />
            }
          />
        ))}
      </ul>
      {canLink && (
        <Group justify="flex-end" mt={12}>
          <Button variant="default" onClick={() => void linkIssue(front, detail.issue.id)}>
            {t('knownIssues.linkFront')}
          </Button>
        </Group>
      )}
    </>
  )
}
