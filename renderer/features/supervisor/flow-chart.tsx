import { useTranslation } from 'react-i18next'
import type { BoardFlow } from '../../../shared/protocol/board.ts'
import { clockTime, count } from '../../lib/format.ts'
import { useBoardStore } from '../../stores/board-store.ts'
import { sum } from './board-facts.ts'
import classes from './supervisor.module.css'

const WIDTH = 420
const HEIGHT = 84
const GAP = 2

/** What came in and what went out, in steps of six minutes. Neutral colours: the two that mean kind are not used. */
export function FlowChart({ flow }: { readonly flow: BoardFlow }) {
  const { t } = useTranslation()
  const kind = useBoardStore(state => state.kind)
  const { arrivals, replies } = flow[kind === 'both' ? 'all' : kind]
  const highest = Math.max(1, ...arrivals, ...replies)
  const slot = WIDTH / Math.max(1, arrivals.length)
  const bar = Math.max(1, (slot - GAP) / 2)
  const words = t('supervisor.flowWords', { arrivals: count(sum(arrivals)), replies: count(sum(replies)) })
  const bars = (values: readonly number[], shift: number, className: string | undefined) =>
    values.map((value, index) => {
      const height = (value / highest) * (HEIGHT - 2)
      const left = index * slot + shift
      return (
        <rect
          key={left}
          className={className}
          x={left}
          y={HEIGHT - height}
          width={bar}
          height={height}
          rx={1}
        />
      )
    })
  return (
    <figure className={classes['flow']}>
      <figcaption>
        <span>{t('supervisor.flow')}</span>
        <span className={classes['legend']}>
          <span data-part="arrivals">{t('supervisor.arrivals')}</span>
          <span data-part="replies">{t('supervisor.replies')}</span>
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={words}>
        {bars(arrivals, 0, classes['arrival'])}
        {bars(replies, bar, classes['reply'])}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={classes['axis']} />
      </svg>
      <span className={classes['flowTimes']}>
        <span>{clockTime(flow.fromMs)}</span>
        <span>{clockTime(flow.fromMs + flow.stepMs * arrivals.length)}</span>
      </span>
    </figure>
  )
}
