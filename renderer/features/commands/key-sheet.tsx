import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { commands, shortcutFor } from '../../commands/command-table.ts'
import type { CommandGroup } from '../../commands/define.ts'
import { Keys } from '../../components/keys.tsx'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { closeDialog, showSettings, useUi } from '../../stores/ui-store.ts'
import { FixedKeys } from './fixed-keys.tsx'
import classes from './palette.module.css'

const GROUPS: readonly CommandGroup[] = ['go', 'list', 'ticket', 'write', 'window']

/** Every key on one sheet, as the agent has set them. */
export function KeySheet() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'keys')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('commands.shortcuts.open')} size={760}>
      {isOpen && (
        <div className={classes['sheet']}>
          {GROUPS.map(group => (
            <section key={group}>
              <h3>{t(`palette.groups.${group}`)}</h3>
              <ul>
                {commands
                  .filter(command => command.group === group && shortcutFor(command.id) !== undefined)
                  .map(command => (
                    <li key={command.id}>
                      <span>{dynamicText(`commands.${command.id}`)}</span>
                      <Keys shortcut={shortcutFor(command.id) ?? ''} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
          <FixedKeys />
        </div>
      )}
      <footer className={classes['sheetFoot']}>
        <span>{t('settings.keys.allInPalette')}</span>
        <Button variant="default" onClick={() => showSettings('keys')}>
          {t('settings.keys.open')}
        </Button>
      </footer>
    </Dialog>
  )
}
