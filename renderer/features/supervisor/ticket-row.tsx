import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { KindMark } from '../../components/kind-mark.tsx'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { span } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import classes from './sheets.module.css'

type TicketRowProps = {
  readonly row: ListRow
  readonly isPicked: boolean
  /** Null: it is only looked at. */
  readonly onPick: ((isPicked: boolean) => void) | null
  /** What it gives to the number that was opened. */
  readonly value: string | null
}

export function TicketRow({ row, isPicked, onPick, value }: TicketRowProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const customer = row.customerName.trim() || t('customer.unnamed')
  const subject = row.subject.trim() || row.preview.trim() || t('ticket.noSubject')
  const owners = row.threads
    .filter(({ state }) => state === 'open')
    .map(({ assigneeName }) => (assigneeName === null ? t('ticket.nobody') : shortName(assigneeName)))
  const facts = [
    value,
    ticketName(row),
    [...new Set(owners)].join(', '),
    row.waitingSinceMs === null ? null : t('supervisor.waits', { span: span(nowMs - row.waitingSinceMs) }),
    row.waiting.changes + row.waiting.replies > 0 ? t('supervisor.waitsHere') : null,
  ]
  return (
    <li className={classes['ticket']}>
      {onPick && (
        <Checkbox
          aria-label={t('inbox.pick', { name: subject })}
          checked={isPicked}
          onChange={event => onPick(event.currentTarget.checked)}
        />
      )}
      <span className={classes['marks']}>
        {row.threads.map(({ id, kind }) => kind !== 'other' && <KindMark key={id} kind={kind} size={14} />)}
      </span>
      <span className={classes['text']}>
        <span className={classes['subject']}>
          <strong>
            <bdi>{customer}</bdi>
          </strong>{' '}
          <bdi>{subject}</bdi>
        </span>
        <span className={classes['facts']}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <Button
        variant="default"
        size="xs"
        aria-label={t('supervisor.openAlert', { title: subject })}
        onClick={() => void act('supervisor.openTicket', { ticketId: row.ticketId })}
      >
        {t('supervisor.openButton')}
      </Button>
    </li>
  )
}
