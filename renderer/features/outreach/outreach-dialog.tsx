import { useTranslation } from 'react-i18next'
import type { OutreachChoice } from '../../../shared/rules/outreach/choose-outreach.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { OutreachLine } from './outreach-line.tsx'
import classes from './outreach.module.css'

/** Who is worth a word before they ask for one, worked from the top: reached, left alone, or put off. */
export function OutreachDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'outreach')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('relation.outreach.title')} size={720}>
      {isOpen && <Queue />}
    </Dialog>
  )
}

function Queue() {
  const { t } = useTranslation()
  const choice = useLiveQuery('outreach.list', {})
  if (choice.state === 'loading') return <Skeleton rows={6} />
  if (choice.state === 'failed') return <LoadFailed error={choice.error} onRetry={choice.reload} />
  const { entries, total, held } = choice.value
  return (
    <>
      <p className={classes['intro']}>{t('relation.outreach.intro', { count: total })}</p>
      <Held held={held} />
      {entries.length === 0 && <EmptyState>{t('relation.outreach.empty')}</EmptyState>}
      <ul className={classes['list']}>
        {entries.map((entry, index) => (
          <OutreachLine key={`${entry.customerId} ${entry.occasion}`} entry={entry} isFirst={index === 0} />
        ))}
      </ul>
    </>
  )
}

/** Nobody disappears without a word: how many are held back, and why. */
function Held({ held }: Pick<OutreachChoice, 'held'>) {
  const { t } = useTranslation()
  if (held.length === 0) return null
  return (
    <p className={classes['held']}>
      {held.map(({ why, count }) => t(`relation.outreach.held.${why}`, { count })).join(' · ')}
    </p>
  )
}
