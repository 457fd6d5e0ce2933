import type { Pool } from 'pg'
import type { Clock, Random } from '../../shared/clock.ts'
import type { TicketId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { LiveFrame } from '../../shared/protocol/pull.ts'
import type { ClientReport } from '../../shared/protocol/session.ts'
import type { Session } from '../auth/session.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { announceColleague, readColleagues } from '../db/queries/colleagues.ts'
import { noteConnected, noteDisconnected, storeReport } from '../db/queries/clients.ts'
import { clearPresence, readAllWatchers, readWatchers, setPresence } from '../db/queries/presence.ts'
import { newId } from '../../shared/domain/ids.ts'
import { isInScope, isUnbounded, viewerOf } from '../sync/scope.ts'
import { readersOf } from './readers-of.ts'
import type { HubStore } from '../sync/store.ts'

/** A laptop repeats where it is within a minute; two missed ones and it is gone. */
const PRESENT_MS = 150_000

type Somebody = { readonly agentId: string; readonly teamIds: readonly string[] }
export type WatchersFrame = {
  readonly frame: LiveFrame
  /** In whose scope the ticket is. */
  readonly isFor: (agent: Somebody) => boolean
}

/** What laptops tell about themselves: unsent work for the fleet view, and what is in front of whom. */
export type Presence = {
  /** A live connection opened; the returned function says that it ended. */
  readonly connect: (session: Session) => Promise<() => Promise<void>>
  /** Who is where now, as far as this agent may know. */
  readonly all: (session: Session) => Promise<LiveFrame>
  /** What these agents say of themselves, or everybody who is here for null. */
  readonly colleagues: (workspaceId: WorkspaceId, agentIds: readonly string[] | null) => Promise<LiveFrame>
  readonly report: (session: Session, report: ClientReport) => Promise<void>
  readonly watch: (session: Session, ticketId: TicketId, doing: 'viewing' | 'typing') => Promise<void>
  readonly leave: (session: Session) => Promise<void>
  /** The frame about a ticket for the readers in whose scope it is; null when there is no such ticket. */
  readonly frameOf: (workspaceId: WorkspaceId, ticketId: TicketId) => Promise<WatchersFrame | null>
}

type PresenceDeps = {
  readonly app: Pool
  readonly store: HubStore
  readonly clock: Clock
  readonly random: Random
}

export function createPresence(deps: PresenceDeps): Presence {
  const { app, store, clock } = deps
  return {
    connect: session => connect(deps, session),
    all: session => watching(deps, session),
    colleagues: async (workspaceId, agentIds) => {
      const found = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
        readColleagues({ client, workspaceId }, { agentIds, nowMs: clock.now() }),
      )
      const isWhole = agentIds === null
      return {
        kind: 'colleagues',
        isWhole,
        agents: found.filter(({ state }) => !isWhole || state !== 'offline'),
      }
    },
    report: ({ workspaceId, clientId, agent }, report) =>
      inWorkspace(app, { workspaceId }, async client => {
        const nowMs = clock.now()
        const told = { workspaceId, clientId, report, nowMs, liveUntilMs: nowMs + PRESENT_MS }
        if (await storeReport(client, told)) await announceColleague({ client, workspaceId }, agent.id)
      }),
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
      const isFor = await store.read(workspaceId, async tx => {
        const viewerOfReader = await readersOf(tx, await tx.settings())
        const audiences = await tx.audiences([watchers.customerId])
        return (reader: Somebody) => isInScope(viewerOfReader(reader), watchers.customerId, audiences)
      })
      return { frame: { kind: 'presence', ticketId, agents: [...watchers.agents] }, isFor }
    },
  }
}

async function connect({ app, clock, random }: PresenceDeps, session: Session): Promise<() => Promise<void>> {
  const { workspaceId, clientId, agent } = session
  const connection = newId(clock.now(), random)
  const mine = { workspaceId, clientId, connection }
  await inWorkspace(app, { workspaceId }, async client => {
    const nowMs = clock.now()
    if (await noteConnected(client, { ...mine, nowMs, liveUntilMs: nowMs + PRESENT_MS }))
      await announceColleague({ client, workspaceId }, agent.id)
  })
  return () =>
    inWorkspace(app, { workspaceId }, async client => {
      // The laptop may be back already, perhaps on another copy of the hub, and have said where it is.
      if (!(await noteDisconnected(client, { ...mine, nowMs: clock.now() }))) return
      await clearPresence({ client, workspaceId }, clientId)
      await announceColleague({ client, workspaceId }, agent.id)
    })
}

async function watching({ store, app, clock }: PresenceDeps, session: Session): Promise<LiveFrame> {
  const { workspaceId, agent } = session
  const found = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
    readAllWatchers({ client, workspaceId }, clock.now()),
  )
  const seen = await store.read(workspaceId, async tx => {
    const { settings, limits } = await tx.viewer(agent.id)
    if (isUnbounded(settings) && !limits.isGuest) return found
    const viewer = viewerOf(agent, settings, limits)
    const audiences = await tx.audiences([...new Set(found.map(({ customerId }) => customerId))])
    return found.filter(({ customerId }) => isInScope(viewer, customerId, audiences))
  })
  const tickets = Map.groupBy(seen, ({ ticketId }) => ticketId)
  return {
    kind: 'watching',
    tickets: [...tickets].map(([ticketId, rows]) => ({
      ticketId,
      agents: rows.map(({ id, doing }) => ({ id, doing })),
    })),
  }
}
