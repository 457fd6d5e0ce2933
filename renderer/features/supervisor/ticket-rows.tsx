import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardThreads } from '../../../shared/contract/floor.ts'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { count } from '../../lib/format.ts'
import type { BoardSheet } from '../../stores/board-store.ts'
import { sum } from './board-facts.ts'
import { CapacityLine } from './capacity-line.tsx'
import { ReassignMenu } from './reassign-menu.tsx'
import type { Handing } from './reassign.ts'
import { handOver, threadsFor } from './reassign.ts'
import classes from './sheets.module.css'
import { TicketRow } from './ticket-row.tsx'
import { saveRows } from './save-rows.ts'
import { useDirectory } from './use-directory.ts'
import { valueWords } from './value-words.ts'

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
        <Rows {...answer.value} sheet={sheet} board={board} />
      )
  }
}

function Rows({ rows, values, hasMore, sheet, board }: TicketRowsProps & BoardThreads) {
  const { t } = useTranslation()
  const wordsOf = valueWords(sheet.filter, t)
  // What came of work is looked at; there is nothing in it to hand over.
  const mayGive = savedOf(sheet) === null
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
  // The flow counts messages, all else tickets.
  const here = sheet.filter.by === 'flow' ? sum(Object.values(values)) : rows.length
  return (
    <div className={classes['sheet']}>
      {mayGive && (
        <Bar
          chosen={chosen.length}
          isAll={isAll}
          onAll={() => setPicked(isAll ? new Set() : new Set(rows.map(row => row.ticketId)))}
        >
          <ReassignMenu
            board={board}
            filter={sheet.filter}
            isDisabled={chosen.length === 0}
            onChoose={give}
          />
        </Bar>
      )}
      <About sheet={sheet} here={here} hasMore={hasMore} />
      <ul>
        {rows.map(row => (
          <TicketRow
            key={row.ticketId}
            row={row}
            value={values[row.ticketId] === undefined ? null : wordsOf(values[row.ticketId] ?? 0)}
            isPicked={picked.has(row.ticketId)}
            onPick={mayGive ? isPicked => pick(row.ticketId, isPicked) : null}
          />
        ))}
      </ul>
    </div>
  )
}

type BarProps = {
  readonly chosen: number
  readonly isAll: boolean
  readonly onAll: () => void
  /** What can be done with what is chosen. */
  readonly children: ReactNode
}

function Bar({ chosen, isAll, onAll, children }: BarProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('supervisor.withChosen')}>
      <Checkbox
        label={chosen === 0 ? t('supervisor.chooseAll') : t('supervisor.chosen', { count: chosen })}
        checked={isAll}
        indeterminate={!isAll && chosen > 0}
        onChange={onAll}
      />
      <span className={classes['gap']} />
      {children}
    </div>
  )
}

/** What came of work can be saved: nothing of it changes while one looks. */
function savedOf({ filter }: Sheet): Parameters<typeof saveRows>[0] | null {
  return filter.by === 'outcome' || filter.by === 'flow' ? filter : null
}

type AboutProps = { readonly sheet: Sheet; readonly here: number; readonly hasMore: boolean }

/** How many of the number are here, and a way to take them along. */
function About({ sheet, here, hasMore }: AboutProps) {
  const { t } = useTranslation()
  const saved = savedOf(sheet)
  if (sheet.of <= here && !saved) return null
  return (
    <div className={classes['about']}>
      {sheet.of > here && (
        <p className={classes['hint']}>
          {t(hasMore ? 'supervisor.firstShown' : 'supervisor.someNotHere', {
            here: count(here),
            of: count(sheet.of),
          })}
        </p>
      )}
      {saved && (
        <button type="button" className={classes['save']} onClick={() => void saveRows(saved)}>
          {t('supervisor.save')}
        </button>
      )}
    </div>
  )
}
