import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/contract/settings.ts'
import { commands } from '../../commands/command-table.ts'
import type { Command } from '../../commands/define.ts'
import { keyOf, problemOf, withKey } from '../../commands/keymap.ts'
import type { KeyProblem } from '../../commands/keymap.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Keys } from '../../components/keys.tsx'
import { changeSettings } from '../../data/change-settings.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { isMac, shownKeys } from '../../lib/shortcut.ts'
import type { Shortcut } from '../../lib/shortcut.ts'
import { settingsStore, useSettings } from '../../stores/settings-store.ts'
import classes from './settings-dialog.module.css'
import { useKeyPress } from './use-key-press.ts'

const ownKeys = (): Settings['keys'] => settingsStore.getState().settings.keys

function give(command: Command, key: Shortcut | null): void {
  void changeSettings({ keys: withKey(commands, ownKeys(), { command, key }) })
}

type Trouble = { readonly wanted: Shortcut; readonly problem: KeyProblem }

/** A command and its key. Pressing the button waits for the next keys; what stands in the way is said. */
export function KeyRow({ command, title }: { readonly command: Command; readonly title: string }) {
  const { t } = useTranslation()
  const { keys } = useSettings()
  const [isListening, setListening] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const key = keyOf(command, keys)
  const isOwn = keys[command.id] !== undefined
  const take = (pressed: Shortcut | null): void => {
    setListening(false)
    const problem = pressed === null ? null : problemOf(commands, ownKeys(), { command, key: pressed })
    setTrouble(problem && pressed !== null ? { wanted: pressed, problem } : null)
    if (!problem) give(command, pressed)
  }
  const reset = (): void => (command.shortcut === null ? give(command, null) : take(command.shortcut))
  useKeyPress(isListening, { onKey: take, onCancel: () => setListening(false) })
  const shown = isListening
    ? t('settings.keys.press')
    : key === null
      ? t('settings.keys.none')
      : shownKeys(key, isMac()).join(' ')
  return (
    <li className={classes['keyRow']}>
      <span className={classes['keyTitle']}>{title}</span>
      <IconButton
        label={t('settings.keys.reset', { title })}
        icon={<IconArrowBackUp />}
        onClick={reset}
        className={classes['keyReset']}
        data-gone={!isOwn || undefined}
        disabled={!isOwn}
      />
      <Button
        variant="default"
        className={classes['keyButton'] ?? ''}
        data-listening={isListening || undefined}
        // Escape takes no key, and leaves the dialog open, whoever of the two hears it first.
        data-mantine-stop-propagation={isListening || undefined}
        aria-label={`${title}: ${shown}`}
        onClick={() => setListening(!isListening)}
        onBlur={() => setListening(false)}
      >
        {isListening || key === null ? shown : <Keys shortcut={key} />}
      </Button>
      {trouble && (
        <Objection
          problem={trouble.problem}
          onTake={() => {
            setTrouble(null)
            give(command, trouble.wanted)
          }}
          onLeave={() => setTrouble(null)}
        />
      )}
    </li>
  )
}

type ObjectionProps = {
  readonly problem: KeyProblem
  readonly onTake: () => void
  readonly onLeave: () => void
}

function Objection({ problem, onTake, onLeave }: ObjectionProps) {
  const { t } = useTranslation()
  const isTaken = problem.kind === 'taken'
  const text = isTaken
    ? t('settings.keys.taken', { by: dynamicText(`commands.${problem.by.id}`) ?? problem.by.id })
    : t('settings.keys.reserved')
  return (
    <span className={classes['objection']} role="alert">
      {text}
      {isTaken && (
        <Button variant="default" onClick={onTake}>
          {t('settings.keys.take')}
        </Button>
      )}
      <Button variant="subtle" onClick={onLeave}>
        {t('settings.keys.leave')}
      </Button>
    </span>
  )
}
