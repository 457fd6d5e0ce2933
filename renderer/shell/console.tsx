import { lazy, Suspense, useEffect, useLayoutEffect } from 'react'
import { takeAskedAt } from '../data/asked.ts'
import { FollowTime } from '../data/follow-time.tsx'
import { followPresence } from '../data/follow-presence.ts'
import { watchFirstSteps } from '../data/watch-first-steps.ts'
import { watchForms } from '../data/watch-forms.ts'
import { tellFront } from '../data/tell-front.ts'
import { tellKeys } from '../features/commands/tell-keys.ts'
import { takeAsked } from '../features/commands/take-asked.ts'
import { useShortcuts } from '../features/commands/use-shortcuts.ts'
import { SyncStatus } from '../features/sync-status/sync-status.tsx'
import { UndoBar } from '../features/undo/undo-bar.tsx'
import { Guard } from '../components/guard.tsx'
import { now } from '../lib/clock.ts'
import { useIsLater } from '../lib/use-is-later.ts'
import { useLayout } from '../lib/use-layout.ts'
import { beginAnew } from '../stores/catch-up-store.ts'
import { useAgent } from '../stores/session-store.ts'
import { keepSeen } from '../stores/training-store.ts'
import { keepTabs } from '../stores/tabs-store.ts'
import { useOwnKeys } from '../stores/settings-store.ts'
import { keepView, useUi } from '../stores/ui-store.ts'
import { Columns } from './columns.tsx'
import classes from './console.module.css'
import { askSyncStatus } from './follow-main.ts'
import { Rail } from './rail.tsx'

/** On a device that never looked at thanks, those of a week are news. */
const NEWS_MS = 7 * 86_400_000

/** Their code is read, and they are put together, once the list and the ticket have been painted. */
const Dialogs = lazy(async () => ({ default: (await import('./dialogs.tsx')).Dialogs }))

/** The agent's window: rail, list, conversation, customer, status bar. */
export function Console({ placeId }: { readonly placeId: string }) {
  const layout = useLayout()
  const column = useUi(state => state.column)
  const agent = useAgent()
  const hasDialogs = useIsLater()
  useShortcuts()
  // Tooltips and menus read their keys while they are painted: new keys paint them anew.
  useOwnKeys()
  useEffect(() => keepTabs(placeId), [placeId])
  // Before anything is painted: the list is never asked for a view that is not in front.
  useLayoutEffect(() => keepView(placeId), [placeId])
  useEffect(() => {
    beginAnew()
    void askSyncStatus()
  }, [placeId])
  // After the tabs came back: a link opens beside them.
  useEffect(() => takeAskedAt(placeId, takeAsked), [placeId])
  useEffect(tellFront, [])
  useEffect(tellKeys, [])
  useEffect(followPresence, [placeId])
  useEffect(() => watchFirstSteps(), [placeId])
  useEffect(() => watchForms(), [placeId])
  useEffect(() => keepSeen(placeId, now() - NEWS_MS), [placeId])
  return (
    <div className={classes['console']} data-layout={layout} data-column={column}>
      <title>{agent ? `Tandem · ${agent.name}` : 'Tandem'}</title>
      <FollowTime />
      <Rail layout={layout} />
      <Columns layout={layout} />
      <SyncStatus />
      <UndoBar />
      <Guard part="dialogs">
        <Suspense fallback={null}>{hasDialogs && <Dialogs />}</Suspense>
      </Guard>
    </div>
  )
}
