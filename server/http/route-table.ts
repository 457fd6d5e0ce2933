import type { HubRoute } from './route.ts'
import { approvalsRoute } from './routes/approvals.ts'
import { blobChunkRoute, blobContentRoute, blobOffsetRoute } from './routes/blob.ts'
import { boardLiveRoute, boardRoute } from './routes/board.ts'
import { engineeringRoute } from './routes/engineering.ts'
import { productEventsRoute } from './routes/product-events.ts'
import { recordsRoute } from './routes/records.ts'
import { exportPersonRoute } from './routes/export-person.ts'
import { eraseRoute } from './routes/erase.ts'
import { findRoute } from './routes/find.ts'
import { guestRecordsRoute, guestsRoute } from './routes/guests.ts'
import { healthRoute } from './routes/health.ts'
import { helloRoute } from './routes/hello.ts'
import { issueNextRoute } from './routes/issue-next.ts'
import { keepingRoute } from './routes/keeping.ts'
import { liveRoute, pollRoute } from './routes/live.ts'
import { reportRoute } from './routes/report.ts'
import { refreshRoute, signInRoute, signOutRoute } from './routes/session.ts'
import { surveyAnswerRoute, surveyRoute } from './routes/survey.ts'
import { ticketsRoute } from './routes/tickets.ts'
import { pullRoute, pushRoute, snapshotRoute } from './routes/sync.ts'

/** Everything the hub answers to; there is no other way in. */
export const routeTable: readonly HubRoute[] = [
  helloRoute,
  healthRoute,
  signInRoute,
  refreshRoute,
  signOutRoute,
  pushRoute,
  pullRoute,
  snapshotRoute,
  findRoute,
  approvalsRoute,
  eraseRoute,
  exportPersonRoute,
  keepingRoute,
  guestRecordsRoute,
  guestsRoute,
  issueNextRoute,
  liveRoute,
  pollRoute,
  reportRoute,
  boardRoute,
  boardLiveRoute,
  engineeringRoute,
  productEventsRoute,
  recordsRoute,
  ticketsRoute,
  surveyRoute,
  surveyAnswerRoute,
  blobOffsetRoute,
  blobChunkRoute,
  blobContentRoute,
]
