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
