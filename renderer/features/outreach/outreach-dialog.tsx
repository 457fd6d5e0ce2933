import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutreachReason } from '../../../shared/domain/outreach.ts'
import type { OutreachChoice } from '../../../shared/rules/outreach/choose-outreach.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { SmallButton } from '../../components/small-button.tsx'
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
  const [reason, choose] = useState<OutreachReason | null>(null)
  const choice = useLiveQuery('outreach.list', { reason })
  if (choice.state === 'loading') return <Skeleton rows={6} />
  if (choice.state === 'failed') return <LoadFailed error={choice.error} onRetry={choice.reload} />
  const { entries, total, reasons, held } = choice.value
  return (
    <>
      <p className={classes['intro']}>{t('relation.outreach.intro', { count: total })}</p>
      <Held held={held} />
      {reasons.length > 1 && (
        <div className={classes['reasons']} role="group" aria-label={t('relation.outreach.which')}>
          <SmallButton aria-pressed={reason === null} onClick={() => choose(null)}>
            {t('relation.outreach.allReasons', { count: total })}
          </SmallButton>
          {reasons.map(each => (
            <SmallButton
              key={each.reason}
              aria-pressed={reason === each.reason}
              onClick={() => choose(each.reason)}
            >
              {t(`relation.outreachReason.${each.reason}`)} {each.count}
            </SmallButton>
          ))}
        </div>
      )}
      {entries.length === 0 && <EmptyState>{t('relation.outreach.empty')}</EmptyState>}
      <ul className={classes['list']}>
        {entries.map((entry, index) => (
          <OutreachLine
            key={`${entry.customerId} ${entry.occasion}`}
            entry={entry}
            isFirst={index === 0 && reason === null}
          />
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
