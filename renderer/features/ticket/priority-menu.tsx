import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LaterMenu } from '../../components/later-menu.tsx'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import { setPriority } from '../../data/thread-intents.ts'
import { openMenu, workOn } from '../../stores/ui-store.ts'
import classes from './thread-strip.module.css'

type PriorityMenuProps = { readonly thread: Thread; readonly isAsked: boolean }

/** Priority of one thread, changed where it stands. */
export function PriorityMenu({ thread, isAsked }: PriorityMenuProps) {
  const { t } = useTranslation()
  const ask = (): void => {
    if (thread.kind !== 'other') workOn(thread.kind)
    openMenu('priority')
  }
  return (
    <LaterMenu
      opened={isAsked}
      onClose={() => openMenu(null)}
      position="bottom-end"
      target={
        <button
          type="button"
          className={classes['priority']}
          onClick={ask}
          aria-label={`${t('ticket.changePriority')}: ${t(`priority.${thread.priority}`)}`}
        >
          {t(`priority.${thread.priority}`)}
        </button>
      }
    >
      <Menu.Dropdown>
        {PRIORITIES.toReversed().map(priority => (
          <Menu.Item
            key={priority}
            onClick={() => priority !== thread.priority && void setPriority(thread, priority)}
            leftSection={
              priority === thread.priority ? <IconCheck size={14} /> : <span style={{ width: 14 }} />
            }
          >
            {t(`priority.${priority}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </LaterMenu>
  )
}
