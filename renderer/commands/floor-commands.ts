import { setOwnStatus } from '../data/own-status.ts'
import { act } from '../data/use-action.ts'
import { openSession } from '../stores/session-store.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

const isSupervisor = (): boolean => maySupervise(openSession()?.place.agent.role ?? 'agent')

/** The floor: the supervisors' window, and what an agent says of themselves. */
export const floorCommands: readonly Command[] = [
  {
    id: 'supervisor.open',
    group: 'window',
    shortcut: null,
    when: isSupervisor,
    run: () => void act('supervisor.open', {}),
  },
  {
    id: 'status.available',
    group: 'window',
    shortcut: null,
    when: always,
    run: () => void setOwnStatus('available'),
  },
  {
    id: 'status.onCall',
    group: 'window',
    shortcut: null,
    when: always,
    run: () => void setOwnStatus('on-call'),
  },
  {
    id: 'status.lunch',
    group: 'window',
    shortcut: null,
    when: always,
    run: () => void setOwnStatus('lunch'),
  },
  { id: 'status.away', group: 'window', shortcut: null, when: always, run: () => void setOwnStatus('away') },
]
