import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { IssueNextAnswer, IssueNextRequest } from '../../shared/protocol/issue-next.ts'
import type { Pool } from 'pg'
import { inWorkspace } from '../db/in-workspace.ts'
import { readOwnedOf } from '../db/queries/issue-updates.ts'
import type { HubStore } from '../sync/store.ts'
import { rowOf } from './ticket-rows.ts'
import { whoIsNext } from './who-is-next.ts'

type CountDeps = { readonly app: Pool; readonly store: HubStore }

/** How many would be written to, and how many left out, by the very look that writing begins with. Throws `not-found`. */
export async function countNext(
  { app, store }: CountDeps,
  workspaceId: WorkspaceId,
  { issueId, exceptCustomerIds: except }: IssueNextRequest,
): Promise<IssueNextAnswer> {
  const issue = await store.read(workspaceId, tx => rowOf(tx, 'knownIssues', issueId))
  if (!issue) throw new AppError(ErrorCode.NotFound, 'No such known issue', { id: issueId })
  const { productId } = issue
  const owned =
    productId === null
      ? []
      : await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
          readOwnedOf({ client, workspaceId }, productId),
        )
  const all = await store.read(workspaceId, tx => whoIsNext(tx, { issue, owned, except }))
  const written = all.filter(({ mailbox, isBeingAnswered }) => mailbox !== null && !isBeingAnswered)
  return { count: written.length, left: all.length - written.length }
}
