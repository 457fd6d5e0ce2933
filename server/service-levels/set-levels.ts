import type { AdministrationDeps } from '../auth/administration.ts'
import type { Calendar } from '../../shared/domain/service-levels.ts'
import { toDomain } from '../../shared/domain/codec.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { readServiceLevels } from '../sync/service-level-book.ts'
import { stageRows } from '../sync/stage-rows.ts'
import type { HubReader } from '../sync/store.ts'
import type { LevelsFile } from './levels-file.ts'
import { planLevels } from './plan-levels.ts'
import type { LevelsPlan, Standing } from './plan-levels.ts'

/** All versions of all policies, of their calendars, and of the calendars of these keys. */
export async function readStanding(tx: HubReader, keys: readonly string[] = []): Promise<Standing> {
  const { policies, calendars } = await readServiceLevels(tx)
  const all = new Map<string, Calendar>(calendars)
  for (const key of keys) {
    const rows = await tx.many({ table: 'calendars', where: { key }, above: null })
    for (const row of rows) all.set(row.id, toDomain('calendars', row))
  }
  return { policies, calendars: [...all.values()] }
}

/**
 * Makes the file hold from now on, by adding versions; answers what was added. Running it again with the same file adds
 * nothing. Throws `conflict` when somebody else set service levels at the same moment: nothing was added then.
 */
export async function setServiceLevels(
  deps: AdministrationDeps,
  workspaceId: string,
  file: LevelsFile,
): Promise<LevelsPlan> {
  const standing = await deps.store.read(workspaceId, tx => readStanding(tx, Object.keys(file.calendars)))
  const plan = planLevels(file, standing, { nowMs: deps.clock.now(), random: deps.random })
  const rows = [
    ...plan.calendars.map(row => ({ table: 'calendars' as const, row })),
    ...plan.policies.map(row => ({ table: 'slaPolicies' as const, row })),
  ]
  if (rows.length === 0) return plan
  const { added } = await stageRows(deps, workspaceId, [rows])
  if (added === rows.length) return plan
  throw new AppError(
    ErrorCode.Conflict,
    'Somebody else set service levels at the same moment. Look, then try again',
  )
}
