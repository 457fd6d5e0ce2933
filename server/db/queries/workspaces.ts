import type { Pool } from 'pg'
import type { WorkspaceId } from '../../../shared/domain/ids.ts'

export type WorkspaceRow = {
  readonly id: WorkspaceId
  readonly name: string
  readonly slug: string
  readonly epoch: string
  readonly scopePolicy: string
}

/** All workspaces of the hub; through the owner's pool, as all of administration. */
export async function listWorkspaces(owner: Pool): Promise<readonly WorkspaceRow[]> {
  const { rows } = await owner.query<WorkspaceRow>(
    'SELECT id, name, slug, epoch, scope_policy AS "scopePolicy" FROM tandem.workspaces ORDER BY slug',
  )
  return rows
}

export type NewWorkspace = Omit<WorkspaceRow, 'scopePolicy'> & { readonly nowMs: number }

/** Answers false when the slug is taken. */
export async function insertWorkspace(
  owner: Pool,
  { id, name, slug, epoch, nowMs }: NewWorkspace,
): Promise<boolean> {
  const { rowCount } = await owner.query(
    `INSERT INTO tandem.workspaces (id, name, slug, epoch, created_at_ms) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (slug) DO NOTHING`,
    [id, name, slug, epoch, nowMs],
  )
  return rowCount === 1
}
