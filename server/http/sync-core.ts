import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { PullAnswer } from '../../shared/protocol/pull.ts'
import type { PushAnswer, PushRequest } from '../../shared/protocol/push.ts'
import type { SnapshotPart } from '../sync/snapshot.ts'
import type { Session } from '../auth/session.ts'

/** What the routes need of sync, bound to one database. */
export type SyncCore = {
  readonly push: (session: Session, request: PushRequest) => Promise<PushAnswer>
  readonly pull: (session: Session, query: { cursor: string | null; limit: number }) => Promise<PullAnswer>
  readonly snapshot: (
    session: Session,
    query: { position: string | null; ownFirst: boolean; since: number | null; several: boolean },
  ) => Promise<readonly SnapshotPart[]>
  /** Highest feed number of a workspace. */
  readonly head: (workspaceId: WorkspaceId) => Promise<number>
  readonly epoch: (workspaceId: WorkspaceId) => Promise<string>
}
