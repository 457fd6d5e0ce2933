import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { TICKET_KINDS, ticketKindOf } from '../../../shared/rules/work-kind.ts'
import { FieldMenu } from '../../components/field-menu.tsx'
import { LedgerLines } from '../../components/ledger-lines.tsx'
import { liveThreads } from '../../data/current-ticket.ts'
import { relabelOrHandOver } from '../../data/hand-over-first.ts'
import { HandOverItem } from './hand-over-item.tsx'

/** Service, support or both. Every change is recorded; a mislabelled ticket is worth counting. */
export function KindMenu({ view }: { readonly view: TicketView }) {
  const { t } = useTranslation()
  const current = ticketKindOf(view.threads)
  return (
    <FieldMenu
      label={t('ticket.kindOfTicket')}
      field={null}
      below={<LedgerLines ticketId={view.ticket.id} />}
    >
      <Menu.Label>{t('ticket.kindOfTicket')}</Menu.Label>
      {TICKET_KINDS.map(kind => (
        <Menu.Item
          key={kind}
          onClick={() =>
            kind !== current && relabelOrHandOver(view.ticket.id, liveThreads(view.threads), kind)
          }
          leftSection={kind === current ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
        >
          {t(`kind.${kind}`)}
        </Menu.Item>
      ))}
      <HandOverItem />
    </FieldMenu>
  )
}
