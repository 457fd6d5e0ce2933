import { ActionIcon } from '@mantine/core'
import { IconBolt, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { count } from '../../lib/format.ts'
import { useBulkJob } from '../../stores/bulk-store.ts'
import { pickOnly, useUi } from '../../stores/ui-store.ts'
import { BulkMenu } from './bulk-menu.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import classes from './inbox.module.css'

/** What can be done with the rows that are picked, how far it is, and what did not go well. */
export function BulkBar() {
  const { t } = useTranslation()
  const picked = useUi(state => state.picked)
  const isGuest = useIsGuest()
  const job = useBulkJob()
  if (job) return <BulkProgress job={job} />
  if (picked.size === 0 || isGuest) return null
  const ids = [...picked]
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={t('inbox.withPicked')}>
      <span>{t('inbox.picked', { count: picked.size, shown: count(picked.size) })}</span>
      <BulkMenu ticketIds={ids} />
      <IconButton
        label={t('commands.macro.open')}
        shortcut={shortcutFor('macro.open')}
        icon={<IconBolt />}
        onClick={() => runCommand('macro.open')}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('inbox.pickNone')} onClick={() => pickOnly([])}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}
