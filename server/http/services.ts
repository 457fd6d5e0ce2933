import type { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { ApprovalsAnswer } from '../../shared/protocol/approvals.ts'
import type { EraseRequest, PersonExportRequest } from '../../shared/protocol/erase.ts'
import type { IssueNextAnswer, IssueNextRequest } from '../../shared/protocol/issue-next.ts'
import type { KeepingAnswer, KeepingRequest } from '../../shared/protocol/keeping.ts'
import type { FoundOnHub } from '../../shared/protocol/find.ts'
import type { Log } from '../../shared/log.ts'
import type { Accounts } from '../auth/accounts.ts'
import type { Guests } from '../auth/guests.ts'
import type { Blobs } from '../blobs/blobs.ts'
import type { Boards } from '../board/boards.ts'
import type { Engineering } from '../engineering.ts'
import type { ProductEventsService } from '../product-events.ts'
import type { RecordsService } from '../records.ts'
import type { FiledTickets } from '../filed-tickets.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { Presence } from '../live/presence.ts'
import type { Session } from '../auth/session.ts'
import type { SyncCore } from './sync-core.ts'
import type { Surveys } from '../surveys/surveys.ts'
import type { PersonExport } from '../sync/export-person.ts'

/** What the routes stand on. Everything behind it works without HTTP. */
export type Services = {
  readonly accounts: Accounts
  readonly sync: SyncCore
  /** Erases a person everywhere. Throws `not-found`. */
  readonly erase: (session: Session, request: z.infer<typeof EraseRequest>) => Promise<void>
  /** Everything about a person, for handing it to them; that it was handed out is on record. Throws `not-found`. */
  readonly exportPerson: (
    session: Session,
    request: z.infer<typeof PersonExportRequest>,
  ) => Promise<PersonExport>
  /** What would go for its age, and what has gone. */
  readonly previewKeeping: (session: Session, request: KeepingRequest) => Promise<KeepingAnswer>
  /** Tickets the agent may fetch. */
  readonly find: (session: Session, text: string) => Promise<readonly FoundOnHub[]>
  /** Amounts that wait for a supervisor. */
  readonly approvals: (session: Session) => Promise<ApprovalsAnswer>
  readonly guests: Guests
  /** How many people an issue can hit next. Throws `not-found`. */
  readonly countNext: (session: Session, request: IssueNextRequest) => Promise<IssueNextAnswer>
  readonly engineering: Engineering
  readonly productEvents: ProductEventsService
  readonly records: RecordsService
  readonly filedTickets: FiledTickets
  readonly surveys: Surveys
  readonly blobs: Blobs
  readonly live: LiveHub
  readonly presence: Presence
  readonly boards: Boards
  readonly clock: Clock
  readonly log: Log
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>
  /** Proxies in front: so many entries of X-Forwarded-For, from the last on, are believed. */
  readonly proxies: number
  /** Version of the hub itself, for people. */
  readonly version: string
}
