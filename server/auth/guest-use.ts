import { toDomain } from '../../shared/domain/codec.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { GuestUse } from '../../shared/protocol/guests.ts'
import { QUARTER_MS, quarterOf, weekIn, zoneOfTeam } from '../../shared/rules/guests/guest-hours.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readGuestQuarters } from '../db/queries/guest-records.ts'
import { readServiceLevels } from '../sync/service-level-book.ts'
import type { AdministrationDeps } from './administration.ts'

/** A week may begin a day earlier or later than that of another zone. */
const LOOKED_BACK_MS = 9 * 86_400_000

/** How much each guest did within this week, on the clock of the first of their teams. */
export async function readUse(
  { store, database, clock }: AdministrationDeps,
  workspaceId: WorkspaceId,
): Promise<readonly GuestUse[]> {
  const nowMs = clock.now()
  const worked = await inWorkspace(database.app, { workspaceId, mode: 'read' }, client =>
    readGuestQuarters({ client, workspaceId }, { fromMs: nowMs - LOOKED_BACK_MS, perMs: QUARTER_MS }),
  )
  return store.read(workspaceId, async tx => {
    const levels = await readServiceLevels(tx)
    const teams = await tx.rows('teams', [...new Set(worked.flatMap(({ teamIds }) => teamIds[0] ?? []))])
    const kinds = new Map(teams.map(row => [row.id, toDomain('teams', row).kind]))
    return worked.map(({ agentId, teamIds, quarters }) => {
      const zone = zoneOfTeam(kinds.get(teamIds[0] ?? '') ?? null, levels, nowMs)
      const { fromMs, endMs } = weekIn(zone, nowMs)
      const isInWeek = (quarter: number): boolean =>
        quarter >= quarterOf(fromMs) && quarter < quarterOf(endMs)
      return { agentId, quarters: quarters.filter(isInWeek).length }
    })
  })
}
