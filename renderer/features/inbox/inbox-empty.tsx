import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { showKind, showView, useUi } from '../../stores/ui-store.ts'

/** Nothing in this view: what to do next, in one sentence. */
export function InboxEmpty() {
  const { t } = useTranslation()
  const view = useUi(state => state.view)
  const kind = useUi(state => state.kind)
  const isFilling = useSyncStatus()?.isFilled === false
  if (isFilling) return <EmptyState>{t('inbox.filling')}</EmptyState>
  if (kind !== 'all') {
    return (
      <EmptyState
        action={
          <Button variant="default" onClick={() => showKind('all')}>
            {t('inbox.showAllKinds')}
          </Button>
        }
      >
        {t('inbox.emptyKind')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      action={
        view === 'unassigned' ? undefined : (
          <Button variant="default" onClick={() => showView('unassigned')}>
            {t('inbox.showUnassigned')}
          </Button>
        )
      }
    >
      {t(`empty.${view}`)}
    </EmptyState>
  )
}
