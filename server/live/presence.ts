import type { Pool } from 'pg'
import type { Clock } from '../../shared/clock.ts'
import type { TicketId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { LiveFrame } from '../../shared/protocol/pull.ts'
import type { ClientReport } from '../../shared/protocol/session.ts'
import type { Session } from '../auth/session.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { storeReport } from '../db/queries/clients.ts'
import { clearPresence, readWatchers, setPresence } from '../db/queries/presence.ts'
import type { HubStore } from '../sync/store.ts'

/** A laptop repeats where it is within a minute; two missed ones and it is gone. */
const PRESENT_MS = 150_000

export type WatchersFrame = {
  readonly frame: LiveFrame
  /** Who may know of it; null is everybody of the workspace. */
  readonly audience: readonly string[] | null
}

/** What laptops tell about themselves: unsent work for the fleet view, and what is in front of whom. */
export type Presence = {
  readonly report: (session: Session, report: ClientReport) => Promise<void>
  readonly watch: (session: Session, ticketId: TicketId, doing: 'viewing' | 'typing') => Promise<void>
  readonly leave: (session: Session) => Promise<void>
  /** The frame about a ticket for the readers in whose scope it is; null when there is no such ticket. */
  readonly frameOf: (workspaceId: WorkspaceId, ticketId: TicketId) => Promise<WatchersFrame | null>
}

type PresenceDeps = { readonly app: Pool; readonly store: HubStore; readonly clock: Clock }

export function createPresence({ app, store, clock }: PresenceDeps): Presence {
  return {
    report: ({ workspaceId, clientId }, report) =>
      inWorkspace(app, { workspaceId }, client =>
        storeReport(client, { workspaceId, clientId, report, nowMs: clock.now() }),
      ),
    watch: ({ workspaceId, clientId, agent }, ticketId, doing) =>
      inWorkspace(app, { workspaceId }, client =>
        setPresence(
          { client, workspaceId },
          { clientId, agentId: agent.id, ticketId, doing, untilMs: clock.now() + PRESENT_MS },
        ),
      ),
    leave: ({ workspaceId, clientId }) =>
      inWorkspace(app, { workspaceId }, client => clearPresence({ client, workspaceId }, clientId)),
    frameOf: async (workspaceId, ticketId) => {
      const watchers = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
        readWatchers({ client, workspaceId }, { ticketId, nowMs: clock.now() }),
      )
      if (!watchers) return null
      const audience = await store.read(workspaceId, async tx => {
        if ((await tx.settings()).scopePolicy === 'everything') return null
        return (await tx.audiences([watchers.customerId])).get(watchers.customerId) ?? []
      })
      return { frame: { kind: 'presence', ticketId, agents: [...watchers.agents] }, audience }
    },
  }
}
