import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ticketKindOf } from '../../../shared/rules/work-kind.ts'
import type { TicketKind } from '../../../shared/rules/work-kind.ts'
import { liveThreads } from '../../data/current-ticket.ts'
import { relabelOrHandOver } from '../../data/hand-over-first.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import type { Pane } from '../../stores/ui-store.ts'

type PartItemsProps = { readonly ticketId: string; readonly kind: Pane }

const other = (kind: Pane): Pane => (kind === 'service' ? 'support' : 'service')

/** Gives the ticket at hand to this pane, takes it to the other one, or lets both have a part; recorded every time. */
export function PartItems({ ticketId, kind }: PartItemsProps) {
  const { t } = useTranslation()
  const view = useLiveValue('tickets.get', { ticketId })
  if (!view) return null
  const current = ticketKindOf(view.threads)
  const name = ticketName({ number: view.ticket.number, localNumber: view.localNumber })
  const become = (wanted: TicketKind, label: string) => ({
    label,
    run: () => relabelOrHandOver(view.ticket.id, liveThreads(view.threads), wanted),
  })
  const words = { name, kind: t(`kindLower.${kind}`), other: t(`kindLower.${other(kind)}`) }
  const actions =
    current === 'both'
      ? [become(kind, t('part.only', words)), become(other(kind), t('part.onlyOther', words))]
      : current === kind
        ? [become(other(kind), t('part.move', words)), become('both', t('part.also', words))]
        : [become('both', t('part.add', words)), become(kind, t('part.bring', words))]
  return actions.map(({ label, run }) => (
    <Menu.Item key={label} onClick={run}>
      {label}
    </Menu.Item>
  ))
}
