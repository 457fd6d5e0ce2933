import { z } from 'zod'
import { TicketId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import { toFailure } from '../http/failure.ts'
import type { LiveHub } from './live-hub.ts'
import type { Presence } from './presence.ts'

const Payload = z.tuple([WorkspaceId, TicketId])

type Deps = { readonly presence: Presence; readonly live: LiveHub; readonly log: Log }

/** Handles "somebody came to or left this ticket": tells the readers of this copy in whose scope it is. */
export function tellWatchers({ presence, live, log }: Deps): (payload: string) => void {
  async function tell(payload: string): Promise<void> {
    const [workspaceId, ticketId] = Payload.parse(payload.split('/'))
    const found = await presence.frameOf(workspaceId, ticketId)
    if (!found) return
    live.tell(workspaceId, found.frame, found.isFor)
  }
  return payload => {
    tell(payload).catch((error: unknown) => log.warn('live.presence-failed', { code: toFailure(error).code }))
  }
}
