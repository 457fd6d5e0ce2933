import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../shared/contract/commands.ts'
import type { AgentStatus } from '../../shared/protocol/board.ts'
import { runCommand } from '../commands/command-table.ts'
import { RadioItem } from '../components/checked-item.tsx'
import { StatusDot } from '../components/status-dot.tsx'
import { clockTime } from '../lib/format.ts'
import { useOwnStatus } from '../stores/presence-store.ts'
import classes from './status-menu.module.css'

const CHOICES: readonly (readonly [AgentStatus, CommandId])[] = [
  ['available', 'status.available'],
  ['on-call', 'status.onCall'],
  ['lunch', 'status.lunch'],
  ['away', 'status.away'],
]

function useStatusWords(): string {
  const { t } = useTranslation()
  const { state, untilMs } = useOwnStatus()
  return state === 'lunch' && untilMs !== null
    ? t('status.lunchUntil', { time: clockTime(untilMs) })
    : t(`status.${state}`)
}

/** What the agent says of themselves, in their own menu. */
export function StatusItems() {
  const { t } = useTranslation()
  const { state } = useOwnStatus()
  return CHOICES.map(([each, command]) => (
    <RadioItem
      key={each}
      isChecked={state === each}
      leftSection={<StatusDot state={each} />}
      onClick={() => runCommand(command)}
    >
      {t(`status.${each}`)}
    </RadioItem>
  ))
}

/** On the own avatar: nothing while available, which is the rule. */
export function OwnStatusMark() {
  const { state } = useOwnStatus()
  const words = useStatusWords()
  return (
    <>
      {state !== 'available' && (
        <span className={classes['mark']}>
          <StatusDot state={state} />
        </span>
      )}
      <span className="for-readers">{words}</span>
    </>
  )
}
