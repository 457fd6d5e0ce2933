import { Button } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { isStanding } from '../../../shared/contract/threads.ts'
import { howTo } from '../../commands/how-to.ts'
import { fieldText } from '../../components/conditions/use-vocabulary.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useFrontView } from '../../data/use-front-view.ts'
import type { FrontView } from '../../data/use-front-view.ts'
import { listText } from '../../lib/format.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { filterBy, showKind, showView, useUi } from '../../stores/ui-store.ts'

/** Why a saved view can show nothing at all; null when it can. */
function reasonFor({ isGone, saved }: FrontView): string | null {
  if (isGone) return i18next.t('view.goneHint')
  if (!saved || saved.unknown.length === 0) return null
  const parts = saved.unknown.map(name => (name === '' ? i18next.t('view.newerShape') : fieldText(name)))
  return i18next.t('view.newer', { fields: listText(parts, 'all') })
}

type Empty = {
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

/** Nothing in this view: what to do next, in one sentence. */
function useEmpty(): Empty {
  const { t } = useTranslation()
  const view = useUi(state => state.view)
  const kind = useUi(state => state.kind)
  const filter = useUi(state => state.filter)
  const front = useFrontView()
  const isFilling = useSyncStatus()?.isFilled === false
  if (isFilling) return { text: t('inbox.filling'), action: null }
  const why = reasonFor(front)
  if (why !== null) return { text: why, action: { label: t('view.showMine'), run: () => showView('mine') } }
  if (filter.length > 0)
    return {
      text: t('view.emptyFilter'),
      action: { label: t('commands.list.unfilter'), run: () => filterBy([]) },
    }
  if (kind !== 'all')
    return {
      text: t('inbox.emptyKind'),
      action: { label: t('inbox.showAllKinds'), run: () => showKind('all') },
    }
  const unassigned = { label: t('inbox.showUnassigned'), run: () => showView('unassigned') }
  if (!isStanding(view)) return { text: t('view.empty'), action: unassigned }
  return {
    text: t(`empty.${view}`, { how: howTo('thread.snooze') }),
    action: view === 'unassigned' ? null : unassigned,
  }
}

export function InboxEmpty() {
  const { text, action } = useEmpty()
  return (
    <EmptyState
      action={
        action ? (
          <Button variant="default" onClick={action.run}>
            {action.label}
          </Button>
        ) : undefined
      }
    >
      {text}
    </EmptyState>
  )
}
