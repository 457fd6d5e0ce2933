import { createAnnouncements } from '../live/announcements.ts'
import type { AdministrationDeps } from '../auth/administration.ts'
import type { Log } from '../../shared/log.ts'
import type { HubDatabase } from '../db/open-database.ts'
import { postgresStore } from '../db/postgres-store.ts'
import { listWorkspaces } from '../db/queries/workspaces.ts'
import type { WorkspaceRow } from '../db/queries/workspaces.ts'
import { joinStorage } from '../storage.ts'
import { systemClock } from '../system-clock.ts'
import type { CommandContext } from './command.ts'
import { CliFailure } from './command.ts'

export type Hub = AdministrationDeps

/**
 * Opens the hub's database for one command, beside a running hub or alone, and closes it afterwards. What the command
 * changes is announced, so that laptops connected to running copies see it at once.
 */
export async function withHub<T>(
  { config, log }: Pick<CommandContext, 'config' | 'log'>,
  work: (hub: Hub) => Promise<T>,
): Promise<T> {
  const { database, close } = await joinStorage(config, log)
  const { hub, settled } = hubOver(database, log)
  try {
    return await work(hub)
  } finally {
    await settled()
    await close()
  }
}

/** Administration over an open database; `settled` resolves when everything it announced has left. */
export function hubOver(
  database: HubDatabase,
  log: Log,
): { readonly hub: Hub; readonly settled: () => Promise<void> } {
  const { announce, settled } = createAnnouncements(database.app, log)
  const store = postgresStore(database.app)
  return { hub: { database, store, clock: systemClock, random: Math.random, announce }, settled }
}

/** The workspace named by its slug; the only one when none is named. Throws CliFailure that lists them otherwise. */
export async function chooseWorkspace({ database }: Hub, slug: string | null): Promise<WorkspaceRow> {
  const all = await listWorkspaces(database.owner)
  const [only, second] = all
  const found = slug === null ? (second ? undefined : only) : all.find(workspace => workspace.slug === slug)
  if (found) return found
  if (!only) throw new CliFailure('There is no workspace yet. Make one: workspace add --name NAME')
  const slugs = all.map(workspace => workspace.slug).join(', ')
  throw new CliFailure(
    slug === null
      ? `Several workspaces: say which with --workspace (${slugs}).`
      : `No workspace "${slug}" (${slugs}).`,
  )
}
