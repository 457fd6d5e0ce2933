import { useTranslation } from 'react-i18next'
import type { BoardMeasures } from '../../../shared/protocol/board.ts'
import { count, percent } from '../../lib/format.ts'
import type { BoardKind } from '../../stores/board-store.ts'
import { Kpi } from './kpi.tsx'
import { openOutcome } from './open-outcome.ts'

type MeasuresProps = { readonly measures: BoardMeasures; readonly kind: BoardKind }

/** Tickets that people found to be of another kind than they came with. */
export function Mislabelled({ measures: { mislabelled }, kind }: MeasuresProps) {
  const { t } = useTranslation()
  const { count: wrong, tickets } = mislabelled ?? { count: 0, tickets: 0 }
  const detail = (): string => {
    if (!mislabelled) return t('supervisor.olderHub')
    if (tickets === 0) return t('supervisor.noTickets')
    return t('supervisor.mislabelledOf', { count: tickets, wrong: count(wrong), shown: count(tickets) })
  }
  return (
    <Kpi
      label={t('supervisor.kpi.mislabelled')}
      value={tickets === 0 ? null : percent(wrong / tickets)}
      detail={detail()}
      trend={[]}
      onOpen={openOutcome({
        of: 'mislabelled',
        kind,
        title: t('supervisor.outcome.mislabelled'),
        count: wrong,
      })}
    />
  )
}

/** Follow-ups that were done by their day. */
export function FollowUpsKept({ measures: { followUps }, kind }: MeasuresProps) {
  const { t } = useTranslation()
  const { due, kept } = followUps ?? { due: 0, kept: 0 }
  const detail = (): string => {
    if (followUps === undefined) return t('supervisor.olderHub')
    if (followUps === null) return t('supervisor.serviceOnly')
    if (due === 0) return t('supervisor.nothingDue')
    return t('supervisor.keptOf', { count: due, kept: count(kept), shown: count(due) })
  }
  return (
    <Kpi
      label={t('supervisor.kpi.followUps')}
      value={due === 0 ? null : percent(kept / due)}
      detail={detail()}
      trend={[]}
      onOpen={openOutcome({ of: 'follow-ups', kind, title: t('supervisor.outcome.follow-ups'), count: due })}
    />
  )
}

/** Customers whom service came back to after a painful incident: what both panes answer for together. */
export function Painful({ measures: { painful }, kind }: MeasuresProps) {
  const { t } = useTranslation()
  const { covered, missed, open } = painful ?? { covered: 0, missed: 0, open: 0 }
  const decided = covered + missed
  const detail = (): string => {
    if (!painful) return t('supervisor.olderHub')
    if (decided + open === 0) return t('supervisor.nothingPainful')
    const parts = [
      decided === 0 ? null : t('supervisor.coveredOf', { count: decided, covered, shown: count(decided) }),
      open === 0 ? null : t('supervisor.coveredOpen', { count: open }),
    ]
    return parts.filter(Boolean).join(' · ')
  }
  return (
    <Kpi
      label={t('supervisor.kpi.painful')}
      value={decided === 0 ? null : percent(covered / decided)}
      detail={detail()}
      trend={[]}
      onOpen={openOutcome({
        of: 'painful',
        kind,
        title: t('supervisor.outcome.painful'),
        count: decided + open,
      })}
    />
  )
}
