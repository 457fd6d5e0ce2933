import { Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canRun, runCommand } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { dynamicText } from '../../lib/dynamic-text.ts'
import type { Pane } from '../../stores/ui-store.ts'
import classes from './customer-360.module.css'
import { PANE_COMMANDS } from './pane-commands.ts'

/** What this pane does not show because there is none of it yet: begun from here, or by its key. */
export function PaneMenu({ kind }: { readonly kind: Pane }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  // Whether a command has anything to act on is asked when the menu opens, not while the pane is painted.
  const possible = isOpen ? PANE_COMMANDS[kind].filter(canRun) : []
  if (PANE_COMMANDS[kind].length === 0) return null
  return (
    <span className={classes['partMenu']}>
      <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <IconButton label={t('paneMenu.begin', { pane: t(`kind.${kind}`) })} icon={<IconPlus />} />
        </Menu.Target>
        <Menu.Dropdown>
          {possible.map(id => (
            <Menu.Item key={id} onClick={() => runCommand(id)}>
              {dynamicText(`commands.${id}`)}
            </Menu.Item>
          ))}
          {possible.length === 0 && <Menu.Label>{t('paneMenu.nothing')}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
