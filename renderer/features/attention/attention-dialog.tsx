import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery, useLiveValue } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { DoubtfulPart } from './doubtful-part.tsx'
import { AttentionItems } from './attention-items.tsx'
import classes from './attention.module.css'

/** Dialog "Needs attention": what the hub did not take, one item per ticket, all of it decidable by key. */
export function AttentionDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'attention')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('landmarks.attention')} size={760}>
      <div
        data-autofocus
        tabIndex={-1}
        className={classes['frame']}
        onFocus={event => {
          if (event.target === event.currentTarget)
            event.currentTarget.querySelector<HTMLElement>('[aria-current]')?.focus()
        }}
      >
        {isOpen && <Items />}
      </div>
    </Dialog>
  )
}

function Items() {
  const { t } = useTranslation()
  const items = useLiveQuery('attention.list', {})
  const doubtful = useLiveValue('messages.doubtful', {}) ?? []
  switch (items.state) {
    case 'loading':
      return <Skeleton rows={3} />
    case 'failed':
      return <LoadFailed error={items.error} onRetry={items.reload} />
    case 'ready':
      if (items.value.length + doubtful.length === 0) return <EmptyState>{t('attention.empty')}</EmptyState>
      return (
        <>
          {doubtful.length > 0 && <DoubtfulPart messages={doubtful} />}
          {items.value.length > 0 && <AttentionItems items={items.value} />}
        </>
      )
  }
}
