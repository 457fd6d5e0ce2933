import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import classes from './training.module.css'

type AboutTicketProps = { readonly view: TicketView | null; readonly what: 'thanks' | 'ticket' | 'answer' }

const SENTENCES = {
  thanks: 'training.kudos.about',
  ticket: 'training.coaching.about',
  answer: 'training.coaching.aboutAnswer',
} as const

/** What a form is about, where it is about a ticket. */
export function AboutTicket({ view, what }: AboutTicketProps) {
  const { t } = useTranslation()
  if (!view) return null
  const { number, subject } = view.ticket
  return (
    <p className={classes['facts']} dir="auto">
      {t(SENTENCES[what], {
        ticket: ticketName({ number, localNumber: view.localNumber }),
        subject,
      })}
    </p>
  )
}
