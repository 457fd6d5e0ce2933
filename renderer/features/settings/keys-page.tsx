import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commands } from '../../commands/command-table.ts'
import type { Command, CommandGroup } from '../../commands/define.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { KeyRow } from './key-row.tsx'
import classes from './settings-dialog.module.css'

const GROUPS: readonly CommandGroup[] = ['go', 'list', 'ticket', 'write', 'window']

const titleOf = ({ id }: Command): string => dynamicText(`commands.${id}`) ?? id

/** Every command with its key; a press gives it another one. */
export function KeysPage() {
  const { t } = useTranslation()
  const { keys } = useSettings()
  const [wanted, setWanted] = useState('')
  const fits = (command: Command): boolean =>
    titleOf(command).toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase())
  return (
    <>
      <div className={classes['keysHead']}>
        <TextInput
          aria-label={t('settings.keys.find')}
          placeholder={t('settings.keys.find')}
          leftSection={<IconSearch size={14} stroke={1.6} />}
          value={wanted}
          onChange={event => setWanted(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={Object.keys(keys).length === 0}
          onClick={() => void changeSettings({ keys: {} })}
        >
          {t('settings.keys.resetAll')}
        </Button>
      </div>
      <p className={classes['hint']}>{t('settings.keys.hint')}</p>
      {GROUPS.map(group => (
        <Group
          key={group}
          group={group}
          commands={commands.filter(each => each.group === group && fits(each))}
        />
      ))}
      {!commands.some(fits) && <p className={classes['hint']}>{t('palette.nothing')}</p>}
    </>
  )
}

type GroupProps = { readonly group: CommandGroup; readonly commands: readonly Command[] }

function Group({ group, commands: all }: GroupProps) {
  const { t } = useTranslation()
  if (all.length === 0) return null
  return (
    <section aria-label={t(`palette.groups.${group}`)}>
      <h3 className={classes['part']}>{t(`palette.groups.${group}`)}</h3>
      <ul>
        {all.map(command => (
          <KeyRow key={command.id} command={command} title={titleOf(command)} />
        ))}
      </ul>
    </section>
  )
}
