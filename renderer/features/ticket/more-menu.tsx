import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { canRun } from '../../commands/command-table.ts'
import { CommandItems } from '../../components/command-items.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { LaterMenu } from '../../components/later-menu.tsx'
import { isOffered, useIsGuest } from '../../data/guest.ts'
import { unlinkTickets } from '../../data/thread-intents.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'

const COMMANDS: readonly CommandId[] = [
  'thread.take',
  'thread.assign',
  'thread.snooze',
  'ticket.lease',
  'ticket.relabel',
  'ticket.link',
  'ticket.copyLink',
  'kudos.give',
  'story.keep',
  'coaching.write',
  'row.explain',
]

/** A word to a colleague is a supervisor's to write: nobody else is offered it. */
const canOffer = (id: CommandId): boolean => id !== 'coaching.write' || canRun(id)

/** The rest of what can be done with a ticket, and where its links lead. */
export function MoreMenu({ view }: { readonly view: TicketView }) {
  const { t } = useTranslation()
  const linksGo = useIsGuest() ? [] : view.links
  return (
    <LaterMenu position="bottom-end" target={<IconButton label={t('ticket.more')} icon={<IconDots />} />}>
      <Menu.Dropdown>
        <CommandItems ids={COMMANDS.filter(id => isOffered(id) && canOffer(id))} />
        {view.links.length > 0 && <Menu.Label>{t('ticket.links')}</Menu.Label>}
        {view.links.map(link => (
          <Menu.Item key={link.id} onClick={() => openTicketInTab(link.ticketId)}>
            {dynamicText(`linkKind.${link.kind}`) ?? link.kind}{' '}
            {ticketName({ number: link.number, localNumber: null })} {link.subject.slice(0, 40)}
          </Menu.Item>
        ))}
        {linksGo.map(link => (
          <Menu.Item key={`un-${link.id}`} onClick={() => void unlinkTickets(view.ticket.id, link.id)}>
            {t('ticket.unlink', { name: ticketName({ number: link.number, localNumber: null }) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </LaterMenu>
  )
}
