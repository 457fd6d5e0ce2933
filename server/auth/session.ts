import type { ClientId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { Cursor } from '../sync/cursor.ts'
import type { Actor } from '../../shared/mutations/define.ts'

/** Who is behind a request, read from the database for every request: nothing about rights is cached. */
export type Session = {
  readonly workspaceId: WorkspaceId
  /** All tokens that go back to one sign-in; revoked together. */
  readonly familyId: string
  /** The laptop that signed in; its receipts and reports carry this id. */
  readonly clientId: ClientId
  readonly agent: Actor & { readonly email: string }
  /** A guest whose time is over: their laptop is emptied, and nothing else is theirs. */
  readonly isStayOver: boolean
  /** Where a client of this agent stands that has everything, at the moment the request was let in. */
  readonly newest: Cursor
}
