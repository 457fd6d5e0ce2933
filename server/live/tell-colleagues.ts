import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import { AgentId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import { toFailure } from '../http/failure.ts'
import type { LiveHub } from './live-hub.ts'
import type { Presence } from './presence.ts'

const Payload = z.tuple([WorkspaceId, AgentId])

/** A hub that starts anew is met by everybody at once: who comes within this time is told together. */
export const MERGE_MS = 500

type Deps = {
  readonly presence: Presence
  readonly live: LiveHub
  readonly clock: Clock
  readonly log: Log
}

/** Handles "an agent came, went or says something else": tells all readers of this copy that know who is here. */
export function tellColleagues({ presence, live, clock, log }: Deps): (payload: string) => void {
  const waiting = new Map<WorkspaceId, Set<AgentId>>()
  const warn = (error: unknown): void => log.warn('live.colleagues-failed', { code: toFailure(error).code })

  async function tell(workspaceId: WorkspaceId): Promise<void> {
    const agentIds = [...(waiting.get(workspaceId) ?? [])]
    waiting.delete(workspaceId)
    if (live.readers() === 0) return
    const frame = await presence.colleagues(workspaceId, agentIds)
    live.tell(workspaceId, frame, ({ isGreeted }) => isGreeted === true)
  }
  return payload => {
    const parsed = Payload.safeParse(payload.split('/'))
    if (!parsed.success) return warn(parsed.error)
    const [workspaceId, agentId] = parsed.data
    const known = waiting.get(workspaceId)
    if (known) return void known.add(agentId)
    waiting.set(workspaceId, new Set([agentId]))
    clock.after(MERGE_MS, () => void tell(workspaceId).catch(warn))
  }
}
