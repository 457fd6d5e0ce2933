import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import type { Priority } from '../../../shared/domain/values.ts'
import { act } from '../../data/use-action.ts'
import { useAgent } from '../../stores/session-store.ts'
import { pickOnly, useUi } from '../../stores/ui-store.ts'
import classes from './inbox.module.css'
import { useInbox } from './use-inbox.ts'

type Item = { readonly name: string; readonly args: unknown }
const MOST_AT_ONCE = 100

/** One group per hundred intents: the hub takes all of a group or none of it. */
async function actOnAll(items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += MOST_AT_ONCE) {
    const group = items.slice(from, from + MOST_AT_ONCE)
    if ((await act('mutations.group', { items: [...group] })) === null) return
  }
  pickOnly([])
}

const takeAll = (rows: readonly ListRow[], agentId: string): readonly Item[] =>
  rows.flatMap(({ threads }) =>
    threads
      .filter(thread => thread.assigneeId !== agentId)
      .map(thread => ({
        name: 'thread.take',
        args: { threadId: thread.id, agentId, seen: thread.assigneeId },
      })),
  )

const prioritise = (rows: readonly ListRow[], priority: Priority): readonly Item[] =>
  rows.flatMap(({ threads }) =>
    threads
      .filter(thread => thread.priority !== priority)
      .map(thread => ({
        name: 'thread.setPriority',
        args: { threadId: thread.id, priority, seen: thread.priority },
      })),
  )

/** What can be done with the rows that are picked. */
export function BulkBar() {
  const { t } = useTranslation()
  const picked = useUi(state => state.picked)
  const inbox = useInbox()
  const agent = useAgent()
  if (picked.size === 0 || inbox.state !== 'ready' || !agent) return null
  const rows = inbox.value.items.filter(row => picked.has(row.ticketId))
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={t('inbox.withPicked')}>
      <span>{t('inbox.picked', { count: rows.length })}</span>
      <Button variant="default" onClick={() => void actOnAll(takeAll(rows, agent.id))}>
        {t('commands.thread.take')}
      </Button>
      <Menu position="top-end">
        <Menu.Target>
          <Button variant="default">{t('columns.priority')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PRIORITIES.map(priority => (
            <Menu.Item key={priority} onClick={() => void actOnAll(prioritise(rows, priority))}>
              {t(`priority.${priority}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" onClick={() => pickOnly([])}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
