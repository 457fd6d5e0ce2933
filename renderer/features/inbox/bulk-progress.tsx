import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { undoIntents } from '../../data/undo.ts'
import { count } from '../../lib/format.ts'
import { dismissJob, stopJob } from '../../stores/bulk-store.ts'
import type { BulkJob } from '../../stores/bulk-store.ts'
import { openDialog } from '../../stores/ui-store.ts'
import classes from './inbox.module.css'

/** How far the work on many tickets is; once it ended, what it came to. */
export function BulkProgress({ job }: { readonly job: BulkJob }) {
  return job.state === 'running' || job.state === 'stopping' ? <Running job={job} /> : <Ended job={job} />
}

function Running({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation()
  const { settled, total } = job
  return (
    <div className={classes['job']} role="status">
      <div
        className={classes['track']}
        role="progressbar"
        aria-label={t('inbox.working')}
        aria-valuenow={settled}
        aria-valuemin={0}
        aria-valuemax={total}
      >
        <span style={{ width: `${(100 * settled) / Math.max(1, total)}%` }} />
      </div>
      <div className={classes['jobLine']}>
        <span>{t('inbox.progress', { done: count(settled), total: count(total) })}</span>
        <Button variant="subtle" disabled={job.state === 'stopping'} onClick={stopJob}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

async function takeBack({ mutationIds }: BulkJob): Promise<void> {
  if (await undoIntents(mutationIds)) dismissJob()
}

function Ended({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation()
  const { done, unchanged, failures, state, total, settled } = job
  const parts = [
    t('inbox.bulkDone', { count: done, shown: count(done) }),
    unchanged > 0 ? t('inbox.bulkUnchanged', { count: unchanged, shown: count(unchanged) }) : null,
    failures.length > 0 ? t('inbox.bulkFailed', { count: failures.length }) : null,
    state === 'stopped'
      ? t('inbox.bulkLeft', { count: total - settled, shown: count(total - settled) })
      : null,
  ]
  return (
    <div className={classes['job']} role="status">
      <p>{parts.filter(Boolean).join(' · ')}</p>
      <div className={classes['jobLine']}>
        {failures.length > 0 && (
          <Button variant="default" onClick={() => openDialog('bulk-result')}>
            {t('inbox.bulkWhy')}
          </Button>
        )}
        {job.mutationIds.length > 0 && (
          <Button variant="default" onClick={() => void takeBack(job)}>
            {t('undo.undo')}
          </Button>
        )}
        <Button variant="subtle" onClick={dismissJob}>
          {t('common.closeDialog')}
        </Button>
      </div>
    </div>
  )
}
