import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { UnplacedLine } from './unplaced-line.tsx'
import classes from './public-posts.module.css'

/** Reviews and posts nobody is known for: each finds its customer here, or is set aside. */
export function UnplacedDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'unplaced-posts')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('publicPosts.title')} size={720}>
      {isOpen && <Posts />}
    </Dialog>
  )
}

const PARTS = ['waiting', 'aside'] as const

function Posts() {
  const { t } = useTranslation()
  const [part, choose] = useState<(typeof PARTS)[number]>('waiting')
  const found = useLiveQuery('publicPosts.unplaced', { isAside: part === 'aside' })
  if (found.state === 'loading') return <Skeleton rows={5} />
  if (found.state === 'failed') return <LoadFailed error={found.error} onRetry={found.reload} />
  const { posts } = found.value
  const more = found.value[part] - posts.length
  return (
    <>
      <p className={classes['intro']}>{t('publicPosts.intro')}</p>
      <SegmentedControl
        aria-label={t('publicPosts.which')}
        value={part}
        onChange={choose}
        data={PARTS.map(value => ({
          value,
          label: t(`publicPosts.${value}`, { count: found.value[value] }),
        }))}
      />
      {posts.length === 0 && <EmptyState>{t(`publicPosts.none.${part}`)}</EmptyState>}
      <ul className={classes['list']}>
        {posts.map(post => (
          <UnplacedLine key={post.id} post={post} />
        ))}
      </ul>
      {more > 0 && <p className={classes['intro']}>{t('publicPosts.more', { count: more })}</p>}
    </>
  )
}
