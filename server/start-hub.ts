import type { FastifyInstance } from 'fastify'
import type { Clock, Random } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import { createApp } from './app.ts'
import { createAccounts } from './auth/accounts.ts'
import type { ThrottleLimits } from './auth/throttle.ts'
import { SIGN_IN_LIMITS } from './auth/throttle.ts'
import { createBlobs } from './blobs/blobs.ts'
import type { Boards } from './board/boards.ts'
import { createBoards } from './board/boards.ts'
import type { HubConfig } from './config.ts'
import { createEngineering } from './engineering.ts'
import { createProductEvents } from './product-events.ts'
import { createRecords } from './records.ts'
import { createFiledTickets } from './filed-tickets.ts'
import type { HubDatabase } from './db/open-database.ts'
import { postgresStore } from './db/postgres-store.ts'
import { FEED_CHANNEL } from './db/queries/notify-heads.ts'
import { ping } from './db/queries/ping.ts'
import { COLLEAGUES_CHANNEL } from './db/queries/colleagues.ts'
import { PRESENCE_CHANNEL } from './db/queries/presence.ts'
import { SESSIONS_CHANNEL } from './db/queries/sessions.ts'
import { bindSync } from './http/bind-sync.ts'
import type { HubRoute } from './http/route.ts'
import type { Services } from './http/services.ts'
import { hubJobs } from './jobs/hub-jobs.ts'
import { createJobRunner } from './jobs/runner.ts'
import type { FeedBus } from './live/feed-bus.ts'
import { createFeedBus } from './live/feed-bus.ts'
import { countNext } from './issues/count-next.ts'
import { createGuests } from './auth/guests.ts'
import { erasePerson } from './sync/admin.ts'
import { handOutPerson } from './sync/export-person.ts'
import { assertNotHeld } from './sync/remove-old.ts'
import { previewKeeping } from './keeping.ts'
import { readFeedRange } from './live/feed-range.ts'
import { approvalsForAgent } from './http/approvals-for-agent.ts'
import { findForAgent } from './http/find-for-agent.ts'
import { createLiveHub } from './live/live-hub.ts'
import { listenForNotifications } from './live/notifications.ts'
import { createSurveys } from './surveys/surveys.ts'
import { createPresence } from './live/presence.ts'
import { tellColleagues } from './live/tell-colleagues.ts'
import { tellWatchers } from './live/tell-watchers.ts'
import { listen } from './listen.ts'

/** How long requests under way may take once the hub was told to stop. */
const DRAIN_MS = 10_000

export type HubParts = {
  readonly config: Pick<HubConfig, 'host' | 'port' | 'proxies' | 'hubKey'> &
    Partial<Pick<HubConfig, 'publicUrl'>>
  readonly database: HubDatabase
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly version: string
  readonly limits?: ThrottleLimits
  /** Whether this copy takes part in recurring work; all may. */
  readonly runsJobs?: boolean
  /** Instead of the hub's own table: a benchmark puts a bare route beside it. */
  readonly routes?: readonly HubRoute[]
}
export type RunningHub = {
  /** Address laptops connect to, without a path. */
  readonly url: string
  /** Says good-bye, answers what is under way, stops the jobs; the database stays open. */
  readonly stop: () => Promise<void>
}

/** Puts one copy of the hub together over an open database and listens. Throws EADDRINUSE as the system does. */
export async function startHub(parts: HubParts): Promise<RunningHub> {
  const { database, clock, random, log } = parts
  const { app, owner } = database
  const bus = createFeedBus({ app, clock, log })
  const services = composeServices(parts, bus)
  const stopListening = await listenTo(database.appUrl, { services, bus })
  const { announce } = bus
  const store = postgresStore(app)
  const { publicUrl = null } = parts.config
  const jobs = createJobRunner({ jobs: hubJobs, owner, app, store, clock, random, log, announce, publicUrl })
  const http = await createApp(services, parts.routes)
  try {
    const url = await listen(http, parts.config)
    if (parts.runsJobs ?? true) jobs.start()
    return { url, stop: () => stopInOrder({ ...services, http, jobs, stopListening }) }
  } catch (error) {
    services.live.stop('restarting')
    services.boards.stop()
    await stopListening()
    throw error
  }
}

function composeServices(
  { config, database, clock, random, log, ...parts }: HubParts,
  bus: FeedBus,
): Services {
  const { app } = database
  const store = postgresStore(app)
  const accounts = createAccounts({ app, clock, random, log, limits: parts.limits ?? SIGN_IN_LIMITS })
  return {
    accounts,
    previewKeeping: (session, request) => previewKeeping({ app, clock }, session, request),
    erase: async ({ workspaceId, agent }, { customerId, reason }) => {
      await assertNotHeld({ store }, workspaceId, customerId)
      await erasePerson({ store, clock, announce: bus.announce }, workspaceId, {
        customerId,
        agentId: agent.id,
        reason,
      })
    },
    exportPerson: ({ workspaceId, agent }, { customerId }) =>
      handOutPerson({ store, clock }, workspaceId, { customerId, agentId: agent.id }),
    countNext: ({ workspaceId }, request) => countNext({ app, store }, workspaceId, request),
    guests: createGuests({ store, clock, announce: bus.announce, database, random }),
    engineering: createEngineering({ app, store, clock, random, announce: bus.announce }),
    productEvents: createProductEvents({ app, store, clock, announce: bus.announce }),
    records: createRecords({ app, store, clock, announce: bus.announce }),
    filedTickets: createFiledTickets({ app, store, clock, announce: bus.announce }),
    approvals: ({ workspaceId, agent }) => approvalsForAgent(app, { workspaceId, agentId: agent.id }),
    surveys: createSurveys({ app, store, clock, random, announce: bus.announce }),
    find: ({ workspaceId, agent }, text) => findForAgent(app, { workspaceId, agentId: agent.id }, text),
    sync: bindSync({ store, clock, log, announce: bus.announce }),
    blobs: createBlobs({ app, store, clock, hubKey: config.hubKey }),
    presence: createPresence({ app, store, clock, random }),
    boards: createBoards({ app, clock, log, subscribe: bus.subscribe }),
    live: createLiveHub({
      clock,
      log,
      subscribe: bus.subscribe,
      readRange: (workspaceId, fromSeq) => readFeedRange(store, workspaceId, fromSeq),
      readSessions: accounts.liveFamilies,
    }),
    clock,
    log,
    ping: () => ping(app),
    version: parts.version,
    proxies: config.proxies,
  }
}

type Ears = { readonly services: Services; readonly bus: FeedBus }

/** What other copies and commands say over the database. */
function listenTo(url: string, { services, bus }: Ears): Promise<() => Promise<void>> {
  const { sync, live, presence, clock, log } = services
  return listenForNotifications({
    url,
    clock,
    log,
    channels: {
      [FEED_CHANNEL]: bus.received,
      [SESSIONS_CHANNEL]: workspaceId => void live.revalidate(workspaceId),
      [PRESENCE_CHANNEL]: tellWatchers({ presence, live, log }),
      [COLLEAGUES_CHANNEL]: tellColleagues({ presence, live, clock, log }),
    },
    onConnected: () => {
      void bus.catchUp(sync.head)
      void live.revalidate(null)
    },
  })
}

type Stoppable = {
  readonly http: FastifyInstance
  readonly live: { readonly stop: (reason: 'restarting') => void }
  readonly boards: Boards
  readonly jobs: { readonly stop: () => Promise<void> }
  readonly clock: Clock
  readonly stopListening: () => Promise<void>
}

/** Laptops are told first, so that they go to another copy; then what they already asked for is answered. */
async function stopInOrder({ http, live, boards, jobs, clock, stopListening }: Stoppable): Promise<void> {
  live.stop('restarting')
  boards.stop()
  // A download over a poor line must not keep a stopping hub for minutes: the laptop asks another copy again.
  const cancel = clock.after(DRAIN_MS, () => http.server.closeAllConnections())
  await http.close()
  cancel()
  await jobs.stop()
  await stopListening()
}
