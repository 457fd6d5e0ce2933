import { Button, Checkbox } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { openSheet } from '../../stores/board-store.ts'
import { handOver } from './reassign.ts'
import classes from './sheets.module.css'
import { useDirectory } from './use-directory.ts'
import type { PlannedMove } from './use-plan.ts'
import { usePlan } from './use-plan.ts'

/** Who would get what: every move can be left out before anything happens. */
export function Rebalance({ board }: { readonly board: WholeBoard }) {
  const { t } = useTranslation()
  const directory = useDirectory()
  const plan = usePlan(board, directory)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  if (plan === null) return null
  if (plan.length === 0) return <EmptyState>{t('supervisor.nothingToMove')}</EmptyState>
  const chosen = plan.filter(move => !left.has(move.threadId))
  const apply = async (): Promise<void> => {
    if (await handOver(chosen.map(({ thread, toId }) => ({ thread, toId })))) openSheet(null)
  }
  const toggle = (threadId: string): void => {
    const next = new Set(left)
    if (!next.delete(threadId)) next.add(threadId)
    setLeft(next)
  }
  return (
    <div className={classes['sheet']}>
      <p className={classes['hint']}>{t('supervisor.rebalanceHow')}</p>
      <ul>
        {plan.map(move => (
          <MoveRow
            key={move.threadId}
            move={move}
            isChosen={!left.has(move.threadId)}
            names={[directory.agentName(move.fromId), directory.agentName(move.toId)]}
            onToggle={() => toggle(move.threadId)}
          />
        ))}
      </ul>
      <div className={classes['foot']}>
        <span className={classes['gap']} />
        <Button variant="default" onClick={() => openSheet(null)}>
          {t('common.cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => void apply()}>
          {t('supervisor.move', { count: chosen.length })}
        </Button>
      </div>
    </div>
  )
}

type MoveRowProps = {
  readonly move: PlannedMove
  readonly isChosen: boolean
  readonly names: readonly [from: string, to: string]
  readonly onToggle: () => void
}

function MoveRow({ move: { row, thread }, isChosen, names: [from, to], onToggle }: MoveRowProps) {
  const { t } = useTranslation()
  const subject = row.subject.trim() || t('ticket.noSubject')
  return (
    <li className={classes['ticket']}>
      <Checkbox aria-label={t('inbox.pick', { name: subject })} checked={isChosen} onChange={onToggle} />
      <span className={classes['marks']}>
        {thread.kind !== 'other' && <KindMark kind={thread.kind} size={14} />}
      </span>
      <span className={classes['text']}>
        <span className={classes['subject']} dir="auto">
          <strong>{row.customerName.trim() || t('customer.unnamed')}</strong> {subject}
        </span>
        <span className={classes['facts']}>
          <bdi>{from}</bdi>
          <IconArrowRight size={12} aria-label={t('supervisor.goesTo')} />
          <bdi>{to}</bdi>
        </span>
      </span>
    </li>
  )
}
