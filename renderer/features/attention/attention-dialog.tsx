import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './attention.module.css'
import { AttentionCard } from './attention-card.tsx'

/** Dialog "Needs attention": what the hub did not take, one item per ticket, all of it decidable by key. */
export function AttentionDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'attention')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('landmarks.attention')} size={720}>
      <div
        data-autofocus
        tabIndex={-1}
        className={classes['frame']}
        onFocus={event => {
          if (event.target === event.currentTarget)
            event.currentTarget.querySelector<HTMLElement>('li')?.focus()
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
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined || !list.current) return
    const cards = [...list.current.querySelectorAll<HTMLElement>(':scope > li')]
    const at = cards.findIndex(card => card.contains(document.activeElement))
    event.preventDefault()
    cards[at < 0 ? 0 : at + by]?.focus()
  }
  switch (items.state) {
    case 'loading':
      return <Skeleton rows={3} />
    case 'failed':
      return <LoadFailed error={items.error} onRetry={items.reload} />
    case 'ready':
      if (items.value.length === 0) return <EmptyState>{t('attention.empty')}</EmptyState>
      return (
        <>
          <p className={classes['intro']}>{t('attention.intro', { count: items.value.length })}</p>
          <ul ref={list} className={classes['items']} onKeyDown={onKeyDown}>
            {items.value.map((item, index) => (
              <AttentionCard key={item.mutationIds.join()} item={item} isFirst={index === 0} />
            ))}
          </ul>
        </>
      )
  }
}
