import { useEffect } from 'react'
import { useShortcuts } from '../features/commands/use-shortcuts.ts'
import { SyncStatus } from '../features/sync-status/sync-status.tsx'
import { useLayout } from '../lib/use-layout.ts'
import { keepTabs } from '../stores/tabs-store.ts'
import { useUi } from '../stores/ui-store.ts'
import { Columns } from './columns.tsx'
import classes from './console.module.css'
import { Dialogs } from './dialogs.tsx'
import { askSyncStatus } from './follow-main.ts'
import { Rail } from './rail.tsx'

/** The agent's window: rail, list, conversation, customer, status bar. */
export function Console({ placeId }: { readonly placeId: string }) {
  const layout = useLayout()
  const column = useUi(state => state.column)
  useShortcuts()
  useEffect(() => keepTabs(placeId), [placeId])
  useEffect(() => void askSyncStatus(), [placeId])
  return (
    <div className={classes['console']} data-layout={layout} data-column={column}>
      <Rail layout={layout} />
      <Columns layout={layout} />
      <SyncStatus />
      <Dialogs />
    </div>
  )
}
