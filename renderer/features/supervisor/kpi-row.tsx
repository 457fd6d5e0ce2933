import { useTranslation } from 'react-i18next'
import type { BoardMeasures, WholeBoard } from '../../../shared/protocol/board.ts'
import { useNow } from '../../lib/clock.ts'
import { clockTime, count, oneDecimal, percent, span } from '../../lib/format.ts'
import { openSheet, useBoardStore } from '../../stores/board-store.ts'
import type { BoardKind } from '../../stores/board-store.ts'
import { fleetFacts, oldestOf, queuesOf, sum } from './board-facts.ts'
import { FollowUpsKept, Mislabelled, Painful } from './kpi-quality.tsx'
import { Kpi } from './kpi.tsx'
import { openOutcome } from './open-outcome.ts'
import classes from './supervisor.module.css'

type BoardProps = { readonly board: WholeBoard }

/** The numbers of the floor. A number that cannot be known is blank and says why; it is never zero. */
export function KpiRow({ board }: BoardProps) {
  const { t } = useTranslation()
  const kind = useBoardStore(state => state.kind)
  const measures = board.measures[kind === 'both' ? 'all' : kind]
  return (
    <div className={classes['kpis']} role="group" aria-label={t('supervisor.numbers')}>
      <Waiting board={board} />
      <FirstReply measures={measures} kind={kind} />
      <Restore measures={measures} kind={kind} />
      <FirstContact measures={measures} kind={kind} />
      <Csat measures={measures} kind={kind} />
      <Mislabelled measures={measures} kind={kind} />
      <FollowUpsKept measures={measures} kind={kind} />
      <Painful measures={measures} kind={kind} />
      <Coverage board={board} />
    </div>
  )
}

function Waiting({ board }: BoardProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const kind = useBoardStore(state => state.kind)
  const waited = useBoardStore(state => state.waited)
  const queues = queuesOf(board, kind)
  const waiting = sum(queues.map(queue => queue.waiting))
  const of = (wanted: string): number => sum(queues.map(queue => (queue.kind === wanted ? queue.waiting : 0)))
  const oldest = oldestOf(queues.map(queue => queue.oldestWaitingSinceMs))
  const parts = [
    oldest === null ? t('supervisor.nobodyWaits') : t('supervisor.oldest', { span: span(nowMs - oldest) }),
    kind === 'both'
      ? t('supervisor.byKind', { service: count(of('service')), support: count(of('support')) })
      : null,
  ]
  return (
    <Kpi
      label={t('supervisor.kpi.waiting')}
      value={count(waiting)}
      detail={parts.filter(Boolean).join(' · ')}
      trend={kind === 'both' ? waited.map(sample => sample.count) : []}
      onOpen={() =>
        openSheet({
          type: 'tickets',
          title: t('supervisor.kpi.waiting'),
          filter: { by: 'waiting', kind: kind === 'both' ? null : kind },
          of: waiting,
        })
      }
    />
  )
}

type MeasuresProps = { readonly measures: BoardMeasures; readonly kind: BoardKind }

function FirstReply({ measures: { firstReply }, kind }: MeasuresProps) {
  const { t } = useTranslation()
  return (
    <Kpi
      label={t('supervisor.kpi.firstReply')}
      value={firstReply.medianMs === null ? null : span(firstReply.medianMs)}
      detail={
        firstReply.medianMs === null
          ? t('supervisor.noReplies')
          : t('supervisor.medianDay', { count: firstReply.count, shown: count(firstReply.count) })
      }
      trend={firstReply.trend}
      onOpen={openOutcome({
        of: 'first-reply',
        kind,
        title: t('supervisor.outcome.first-reply'),
        count: firstReply.count,
      })}
    />
  )
}

function Restore({ measures: { restore }, kind }: MeasuresProps) {
  const { t } = useTranslation()
  const isService = kind === 'service'
  const detail = isService
    ? t('supervisor.supportOnly')
    : restore.medianMs === null
      ? t('supervisor.nothingSolved')
      : t('supervisor.medianWeek', { count: restore.count, shown: count(restore.count) })
  return (
    <Kpi
      label={t('supervisor.kpi.restore')}
      value={restore.medianMs === null ? null : span(restore.medianMs)}
      detail={detail}
      trend={restore.trend}
      onOpen={openOutcome({
        of: 'restore',
        kind,
        title: t('supervisor.outcome.restore'),
        count: restore.count,
      })}
    />
  )
}

function FirstContact({ measures: { firstContact }, kind }: MeasuresProps) {
  const { t } = useTranslation()
  const { count: once, solved, provisional } = firstContact
  return (
    <Kpi
      label={t('supervisor.kpi.firstContact')}
      value={solved === 0 ? null : percent(once / solved)}
      detail={
        solved === 0
          ? t('supervisor.nothingSolvedLately')
          : t('supervisor.provisional', { solved: count(solved), provisional: count(provisional) })
      }
      trend={[]}
      onOpen={openOutcome({
        of: 'first-contact',
        kind,
        title: t('supervisor.outcome.first-contact'),
        count: solved,
      })}
    />
  )
}

function Csat({ measures: { csat }, kind }: MeasuresProps) {
  const { t } = useTranslation()
  const { sum: total, answers, asked } = csat
  const detail =
    asked === 0
      ? t('supervisor.nobodyAsked')
      : t('supervisor.answers', { count: answers, shown: count(answers), share: percent(answers / asked) })
  return (
    <Kpi
      label={t('supervisor.kpi.csat')}
      value={answers === 0 ? null : oneDecimal(total / answers)}
      detail={detail}
      trend={[]}
      onOpen={openOutcome({ of: 'csat', kind, title: t('supervisor.outcome.csat'), count: answers })}
    />
  )
}

function Coverage({ board }: BoardProps) {
  const { t } = useTranslation()
  const { fresh, newestMs, unsentReplies } = fleetFacts(board)
  const all = board.laptops.length
  const parts = [
    t('supervisor.ofLaptops', { fresh: count(fresh), count: all, shown: count(all) }),
    newestMs === null ? null : t('supervisor.newest', { time: clockTime(newestMs) }),
    unsentReplies === 0 ? null : t('supervisor.repliesUnsent', { count: unsentReplies }),
  ]
  return (
    <Kpi
      label={t('supervisor.kpi.coverage')}
      value={all === 0 ? null : percent(fresh / all)}
      detail={all === 0 ? t('supervisor.noLaptops') : parts.filter(Boolean).join(' · ')}
      trend={[]}
      onOpen={() => openSheet({ type: 'laptops' })}
    />
  )
}
