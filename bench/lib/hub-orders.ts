import type { AdministrationDeps } from '../../server/auth/administration.ts'
import type { Row } from '../../shared/domain/tables.ts'
import { makeWorld } from '../generator/world.ts'
import type { Size } from '../goals.ts'
import { createChanges } from './hub-changes.ts'
import type { Changes, KnownTicket } from './hub-changes.ts'
import { hire, openSessions, openSupervisor } from './hub-sessions.ts'

export type OrderDeps = AdministrationDeps & {
  readonly workspaceId: string
  readonly size: Size
  readonly tickets: readonly KnownTicket[]
}

/** Everything a bench asks its hub for, beside what laptops ask. */
export function createOrders(deps: OrderDeps): Changes {
  const { database, workspaceId, size, tickets } = deps
  const changes = createChanges(deps)
  const { directory } = makeWorld(size)
  const agents = directory.flatMap(({ table, row }) => (table === 'agents' ? [row as Row<'agents'>] : []))
  const teamIds = directory.flatMap(({ table, row }) => (table === 'teams' ? [row.id] : []))

  /** Without a new stamp: laptops of other rows keep their cursor, because the policy comes back before they ask. */
  async function setPolicy(policy: string): Promise<null> {
    await database.owner.query('UPDATE tandem.workspaces SET scope_policy = $2 WHERE id = $1', [
      workspaceId,
      policy,
    ])
    return null
  }

  return {
    take: async (name, input) => {
      switch (name) {
        case 'policy':
          return setPolicy(String(input))
        case 'sessions':
          return openSessions(deps, agents, Number(input))
        case 'supervisor':
          return openSupervisor(deps)
        case 'hire':
          return hire(deps, teamIds, Number(input))
        case 'tickets':
          return tickets.slice(0, Number(input)).map(({ ticketId }) => ticketId)
        default:
          return changes.take(name, input)
      }
    },
  }
}
