import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '../../../shared/domain/tickets.ts'
import type { Receivers } from '../../../shared/rules/receivers.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { receiversLabel } from '../../lib/receivers.ts'
import { AFTER_SEND, rememberAfterSend } from '../../stores/composer-store.ts'
import type { AfterSend } from '../../stores/composer-store.ts'
import classes from './composer.module.css'

const COMMANDS = {
  open: 'message.sendOpen',
  pending: 'message.sendPending',
  solved: 'message.sendSolved',
} as const

type SendButtonProps = {
  readonly receivers: Receivers
  readonly thread: Thread
  /** What Send does with the thread. */
  readonly choice: AfterSend
  readonly isReady: boolean
  readonly onSend: (choice?: AfterSend) => void
}

/** Names the receiver, and does with the thread what was done last time for this kind. */
export function SendButton({ receivers, thread, choice: remembered, isReady, onSend }: SendButtonProps) {
  const { t } = useTranslation()
  const kind = thread.kind === 'support' ? 'support' : 'service'
  const { name, more, cc } = receiversLabel(receivers)
  const label = [
    name === null ? t('composer.send') : t('composer.sendTo', { name }),
    more > 0 ? t('composer.more', { count: more }) : null,
    cc > 0 ? t('composer.moreCc', { count: cc }) : null,
  ]
  const choose = (choice: AfterSend): void => {
    rememberAfterSend(kind, choice)
    onSend(choice)
  }
  return (
    <span className={classes['split']}>
      <Button
        onClick={() => onSend()}
        disabled={!isReady}
        title={t(`composer.then.${remembered}`, { kind: t(`kind.${kind}`) })}
      >
        {label.filter(Boolean).join(' ')}
      </Button>
      <Menu position="top-end">
        <Menu.Target>
          <Button disabled={!isReady} aria-label={t('composer.sendAnd')}>
            <IconChevronDown aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {AFTER_SEND.map(choice => (
            <Menu.Item
              key={choice}
              onClick={() => choose(choice)}
              leftSection={choice === remembered ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
              rightSection={<Keys shortcut={shortcutFor(COMMANDS[choice]) ?? ''} />}
            >
              {t(`composer.then.${choice}`, { kind: t(`kind.${kind}`) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
