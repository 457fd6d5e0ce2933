import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { useLast } from '../../lib/use-last.ts'
import { openSheet, useBoardStore } from '../../stores/board-store.ts'
import { ApprovalsSheet } from './approvals-sheet.tsx'
import { AtRiskSheet } from './at-risk-sheet.tsx'
import { LaptopTable } from './laptop-table.tsx'
import { Rebalance } from './rebalance.tsx'
import { TicketRows } from './ticket-rows.tsx'

/** What stands beside the board: the tickets of a number, a plan to rebalance, or every laptop. */
export function BoardSheets({ board }: { readonly board: WholeBoard }) {
  const { t } = useTranslation()
  const open = useBoardStore(state => state.sheet)
  // While it slides away it still shows what it showed.
  const sheet = useLast(open)
  const title = sheet?.type === 'tickets' ? sheet.title : t(`supervisor.sheets.${sheet?.type ?? 'rebalance'}`)
  return (
    <Drawer
      opened={open !== null}
      onClose={() => openSheet(null)}
      position="right"
      size={sheet?.type === 'laptops' || sheet?.type === 'at-risk' ? 760 : 560}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.closeDialog') }}
    >
      {sheet?.type === 'tickets' && (
        <TicketRows key={JSON.stringify(sheet.filter)} sheet={sheet} board={board} />
      )}
      {sheet?.type === 'rebalance' && <Rebalance board={board} />}
      {sheet?.type === 'approvals' && <ApprovalsSheet board={board} />}
      {sheet?.type === 'at-risk' && <AtRiskSheet />}
      {sheet?.type === 'laptops' && <LaptopTable board={board} />}
    </Drawer>
  )
}
