import type { AgentStatus } from '../../shared/protocol/board.ts'
import { now } from '../lib/clock.ts'
import { presenceStore } from '../stores/presence-store.ts'
import { act } from './use-action.ts'

const LUNCH_MS = 30 * 60_000

/** Tells colleagues and supervisors; offline it is told with the next report. */
export async function setOwnStatus(state: AgentStatus): Promise<void> {
  const untilMs = state === 'lunch' ? now() + LUNCH_MS : null
  const status = await act('status.set', { state, untilMs })
  if (status) presenceStore.setState({ status })
}
