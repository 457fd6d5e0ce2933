import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/threads.ts'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import type { BoardSheet } from '../../stores/board-store.ts'
import { CapacityLine } from './capacity-line.tsx'
import { ReassignMenu } from './reassign-menu.tsx'
import type { Handing } from './reassign.ts'
import { handOver, threadsFor } from './reassign.ts'
import classes from './sheets.module.css'
import { TicketRow } from './ticket-row.tsx'
import { useDirectory } from './use-directory.ts'

const SHOWN = 200
type Sheet = Extract<BoardSheet, { type: 'tickets' }>
type TicketRowsProps = { readonly sheet: Sheet; readonly board: WholeBoard }

/** The tickets behind a number, to open or to hand to somebody else. */
export function TicketRows(props: TicketRowsProps) {
  const { agents } = useDirectory()
  const { filter } = props.sheet
  const agent = filter.by === 'agent' ? agents.find(({ id }) => id === filter.agentId) : undefined
  return (
    <>
      {agent && <CapacityLine key={`${agent.id} ${agent.capacity}`} agent={agent} />}
      <FoundRows {...props} />
    </>
  )
}

function FoundRows({ sheet, board }: TicketRowsProps) {
  const { t } = useTranslation()
  const answer = useLiveQuery('board.threads', { filter: sheet.filter, limit: SHOWN })
  switch (answer.state) {
    case 'loading':
      return null
    case 'failed':
      return <LoadFailed error={answer.error} onRetry={answer.reload} />
    case 'ready':
      return answer.value.rows.length === 0 ? (
        <EmptyState>{t(sheet.of > 0 ? 'supervisor.notHere' : 'supervisor.nothingOpen')}</EmptyState>
      ) : (
        <Rows rows={answer.value.rows} sheet={sheet} board={board} />
      )
  }
}

function Rows({ rows, sheet, board }: TicketRowsProps & { readonly rows: readonly ListRow[] }) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter(row => picked.has(row.ticketId))
  const give = async (toId: string | null): Promise<void> => {
    const handings: readonly Handing[] = chosen.flatMap(row =>
      threadsFor(row, sheet.filter).map(thread => ({ thread, toId })),
    )
    if (await handOver(handings)) setPicked(new Set())
  }
  const pick = (ticketId: string, isPicked: boolean): void => {
    const next = new Set(picked)
    if (isPicked) next.add(ticketId)
    else next.delete(ticketId)
    setPicked(next)
  }
  const isAll = chosen.length === rows.length
  return (
    <div className={classes['sheet']}>
      <div className={classes['bar']} role="toolbar" aria-label={t('supervisor.withChosen')}>
        <Checkbox
          label={
            chosen.length === 0 ? t('supervisor.chooseAll') : t('supervisor.chosen', { count: chosen.length })
          }
          checked={isAll}
          indeterminate={!isAll && chosen.length > 0}
          onChange={() => setPicked(isAll ? new Set() : new Set(rows.map(row => row.ticketId)))}
        />
        <span className={classes['gap']} />
        <ReassignMenu board={board} filter={sheet.filter} isDisabled={chosen.length === 0} onChoose={give} />
      </div>
      {sheet.of > rows.length && (
        <p className={classes['hint']}>{t('supervisor.someNotHere', { here: rows.length, of: sheet.of })}</p>
      )}
      <ul>
        {rows.map(row => (
          <TicketRow
            key={row.ticketId}
            row={row}
            isPicked={picked.has(row.ticketId)}
            onPick={isPicked => pick(row.ticketId, isPicked)}
          />
        ))}
      </ul>
    </div>
  )
}
