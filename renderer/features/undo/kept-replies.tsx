import { useTranslation } from 'react-i18next'
import type { RestingReply } from '../../../shared/contract/sync.ts'
import { undoIntents } from '../../data/undo.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useSeconds } from '../../lib/use-seconds.ts'
import { openDialog } from '../../stores/ui-store.ts'
import classes from './undo-bar.module.css'

/** Replies that were in their undo window when the app ended: they are safe, and this says so while they can be taken back. */
export function KeptReplies() {
  const resting = useLiveValue('sync.resting', {})
  const kept = (resting ?? []).filter(({ isKept }) => isKept)
  return kept.length === 0 ? null : <Kept replies={kept} />
}

function Kept({ replies }: { readonly replies: readonly RestingReply[] }) {
  const { t } = useTranslation()
  const seconds = useSeconds(Math.max(...replies.map(({ untilMs }) => untilMs)))
  if (seconds === 0) return null
  return (
    <div className={classes['bar']} data-long>
      <span dir="auto">{t('undo.kept', { count: replies.length })}</span>
      <span className={classes['when']}>{t('undo.leavesIn', { count: seconds })}</span>
      <button type="button" onClick={() => void undoIntents(replies.map(({ mutationId }) => mutationId))}>
        {t('ledger.takeBack')}
      </button>
      <button type="button" onClick={() => openDialog('ledger')}>
        {t('undo.show')}
      </button>
    </div>
  )
}
