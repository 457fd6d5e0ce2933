import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canRun, runCommand } from '../../commands/command-table.ts'
import { useIsGuest } from '../../data/guest.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { dynamicText } from '../../lib/dynamic-text.ts'
import type { Pane } from '../../stores/ui-store.ts'
import classes from './customer-360.module.css'
import { PANE_COMMANDS } from './pane-commands.ts'
import { PartItems } from './part-items.tsx'

type PaneMenuProps = { readonly kind: Pane; readonly ticketId: string | null }

/**
 * What this pane does not show because there is none of it yet, begun from here or by its key; and whose work the ticket
 * at hand is.
 */
export function PaneMenu({ kind, ticketId }: PaneMenuProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={classes['partMenu']}>
      <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <IconButton label={t('common.moreFor', { what: t(`kind.${kind}`) })} icon={<IconDots />} />
        </Menu.Target>
        <Menu.Dropdown>{isOpen && <Items kind={kind} ticketId={ticketId} />}</Menu.Dropdown>
      </Menu>
    </span>
  )
}

/** Whether a command has anything to act on is asked when the menu opens, not while the pane is painted. */
function Items({ kind, ticketId }: PaneMenuProps) {
  const { t } = useTranslation()
  // Whose work a ticket is, colleagues say.
  const hasPart = !useIsGuest() && ticketId !== null
  const possible = PANE_COMMANDS[kind].filter(canRun)
  return (
    <>
      {possible.length > 0 && <Menu.Label>{t('paneMenu.begin')}</Menu.Label>}
      {possible.map(id => (
        <Menu.Item key={id} onClick={() => runCommand(id)}>
          {dynamicText(`commands.${id}`)}
        </Menu.Item>
      ))}
      {possible.length > 0 && hasPart && <Menu.Divider />}
      {hasPart && <PartItems ticketId={ticketId} kind={kind} />}
      {possible.length === 0 && !hasPart && <Menu.Label>{t('paneMenu.nothing')}</Menu.Label>}
    </>
  )
}
