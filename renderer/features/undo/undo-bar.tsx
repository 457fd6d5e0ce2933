import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutFor } from '../../commands/command-table.ts'
import { undoThisAct } from '../../data/undo.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { describeIntent } from '../../lib/describe-intent.ts'
import { useSeconds } from '../../lib/use-seconds.ts'
import { hideNews, useUndo } from '../../stores/undo-store.ts'
import type { Act, UndoNews } from '../../stores/undo-store.ts'
import { KeptReplies } from './kept-replies.tsx'
import classes from './undo-bar.module.css'

const SHOWN_MS = 7_000
const idOf = (news: UndoNews): number => (news.kind === 'done' ? news.act.id : news.id)

/** What was just done, with the way back; it goes by itself and takes no room. */
export function UndoBar() {
  const news = useUndo(state => state.news)
  return (
    <div className={classes['place']} role="status" aria-live="polite">
      {news ? <News key={idOf(news)} news={news} /> : <KeptReplies />}
    </div>
  )
}

function News({ news }: { readonly news: UndoNews }) {
  const [isLookedAt, setLookedAt] = useState(false)
  const leavesAtMs = news.kind === 'done' ? news.act.leavesAtMs : null
  useEffect(() => {
    if (isLookedAt) return
    const forMs = leavesAtMs === null ? SHOWN_MS : Math.max(0, leavesAtMs - now())
    const timer = setTimeout(hideNews, forMs)
    return () => clearTimeout(timer)
  }, [isLookedAt, leavesAtMs])
  return (
    <div
      className={classes['bar']}
      data-partial={(news.kind === 'undone' && news.isPartial) || undefined}
      onMouseEnter={() => setLookedAt(true)}
      onMouseLeave={() => setLookedAt(false)}
    >
      {news.kind === 'done' ? <Done act={news.act} /> : <span dir="auto">{news.text}</span>}
    </div>
  )
}

function Done({ act }: { readonly act: Act }) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const what = describeIntent(act.description, directory)
  return (
    <>
      <span dir="auto" className={classes['what']}>
        {act.tickets > 1 ? t('undo.onMany', { what, count: act.tickets }) : what}
      </span>
      {act.leavesAtMs !== null && <Leaves atMs={act.leavesAtMs} />}
      <button
        type="button"
        data-tip={t('undo.undo')}
        data-keys={shortcutFor('undo.last')}
        onClick={() => void undoThisAct(act)}
      >
        {t('undo.undo')}
      </button>
    </>
  )
}

function Leaves({ atMs }: { readonly atMs: number }) {
  const { t } = useTranslation()
  const seconds = useSeconds(atMs)
  return <span className={classes['when']}>{t('undo.leavesIn', { count: seconds })}</span>
}
