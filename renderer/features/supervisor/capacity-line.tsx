import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agent } from '../../../shared/domain/people.ts'
import { THREADS_PER_AGENT } from '../../../shared/protocol/board.ts'
import { act } from '../../data/use-action.ts'
import classes from './sheets.module.css'

const MOST = 500

/** How many tickets this agent can carry at a time: load and rebalancing go by it. Emptied, it is as many as most. */
export function CapacityLine({ agent }: { readonly agent: Agent }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | number>(agent.capacity ?? '')
  const save = (): void => {
    const capacity = typeof typed === 'number' && Number.isSafeInteger(typed) ? typed : null
    if (capacity === agent.capacity) return
    void act('agent.setCapacity', { agentId: agent.id, capacity, seen: agent.capacity })
  }
  return (
    <div className={classes['capacity']}>
      <label htmlFor="capacity">{t('supervisor.capacity')}</label>
      <NumberInput
        id="capacity"
        value={typed}
        onChange={setTyped}
        onBlur={save}
        onKeyDown={event => event.key === 'Enter' && save()}
        placeholder={String(THREADS_PER_AGENT)}
        min={0}
        max={MOST}
        allowDecimal={false}
        clampBehavior="strict"
        w={84}
      />
    </div>
  )
}
