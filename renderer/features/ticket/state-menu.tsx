import { Menu } from '@mantine/core'
import { IconCheck, IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { isWorkable } from '../../../shared/rules/thread-life.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { setRestored, setThreadState, wakeThread } from '../../data/thread-intents.ts'
import { openDialog, workOn } from '../../stores/ui-store.ts'

const STATES = [
  ['open', 'thread.open'],
  ['pending', 'thread.pend'],
  ['solved', 'thread.solve'],
] as const

/** Of support: the customer's service runs again, whatever is still to be written down. */
function RestoredItem({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const isRestored = thread.restoredAtMs !== null
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        onClick={() => void setRestored(thread, !isRestored)}
        leftSection={isRestored ? <span style={{ width: 14 }} /> : <IconPlugConnected size={14} />}
        rightSection={<Keys shortcut={shortcutFor('thread.restored') ?? ''} />}
      >
        {isRestored ? t('ticket.notRestored') : t('ticket.restored')}
      </Menu.Item>
    </>
  )
}

/** States a person can put a thread into. Snoozing asks until when. */
export function StateMenu({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const change = (state: 'open' | 'pending' | 'solved'): void => {
    if (state === thread.state) return
    if (state === 'open' && thread.state === 'snoozed') void wakeThread(thread)
    else void setThreadState(thread, state)
  }
  const snooze = (): void => {
    if (thread.kind !== 'other') workOn(thread.kind)
    openDialog('snooze')
  }
  return (
    <Menu.Dropdown>
      {STATES.map(([state, command]) => (
        <Menu.Item
          key={state}
          onClick={() => change(state)}
          leftSection={state === thread.state ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
          rightSection={<Keys shortcut={shortcutFor(command) ?? ''} />}
        >
          {t(`state.${state}`)}
        </Menu.Item>
      ))}
      <Menu.Item
        onClick={snooze}
        leftSection={thread.state === 'snoozed' ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
        rightSection={<Keys shortcut={shortcutFor('thread.snooze') ?? ''} />}
      >
        {t('ticket.snooze')}
      </Menu.Item>
      {thread.kind === 'support' && isWorkable(thread) && <RestoredItem thread={thread} />}
    </Menu.Dropdown>
  )
}
