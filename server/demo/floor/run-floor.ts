import { newId } from '../../../shared/domain/ids.ts'
import { diceFrom } from '../../../shared/demo/dice.ts'
import { randomFor } from '../../../shared/demo/seeded-random.ts'
import type { AdministrationDeps } from '../../auth/administration.ts'
import { inWorkspace } from '../../db/in-workspace.ts'
import { noteSignIn, storeReport } from '../../db/queries/clients.ts'
import { readUntaken, readWorkFor } from '../../db/queries/demo-floor.ts'
import type { AgentKey } from '../cast.ts'
import { agentEmail } from '../cast.ts'
import { letCustomersWrite } from './arrivals.ts'
import { HubLink } from './hub-link.ts'
import { Worker } from './worker.ts'

export type FloorOptions = {
  readonly hub: AdministrationDeps
  readonly workspaceId: string
  /** Where the hub answers, and the password of everybody in the demo. */
  readonly url: string
  readonly password: string
  readonly seed: number
  readonly version: string
  readonly signal: AbortSignal
}

const AT_WORK: readonly AgentKey[] = ['jonas', 'lena', 'daniel', 'sofia', 'paul', 'reem', 'yuki', 'ivan']
/** Works on the train, where the network comes and goes. */
const ON_THE_TRAIN: AgentKey = 'lena'
/** Has a second laptop at home that holds work and is switched off. */
const AT_HOME: AgentKey = 'ivan'
const HOUR_MS = 3_600_000

/** Lets the demo's agents and customers live until the signal ends: agents by the sync protocol, customers by mail. */
export async function runFloor(options: FloorOptions): Promise<void> {
  const { hub, workspaceId, seed, signal } = options
  const dice = (subject: string) => diceFrom(randomFor(seed, `floor ${subject}`))
  const workers = AT_WORK.map(key => {
    const link = linkFor(options, key)
    const worker = new Worker({
      link,
      clock: hub.clock,
      dice: dice(key),
      signal,
      findWork: (agentId, teamIds) =>
        inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
          readWorkFor({ client, workspaceId }, { agentId, teamIds }),
        ),
      losesNetwork: key === ON_THE_TRAIN,
    })
    return { key, link, worker }
  })
  const atHome = workers.find(({ key }) => key === AT_HOME)
  if (atHome) await forgetAtHome(options, (await atHome.link.agent()).id)
  await Promise.all([
    letCustomersWrite({ hub, workspaceId, dice: dice('customers'), signal }),
    ...workers.map(({ worker }) => worker.run()),
  ])
}

/** The same laptop at every start: the fleet does not grow with each one. */
const laptopId = (seed: number, name: string): string =>
  newId(Date.UTC(2026, 0, 5), randomFor(seed, `laptop ${name}`))

function linkFor({ hub, url, password, seed, version }: FloorOptions, key: AgentKey): HubLink {
  const { clock, random } = hub
  const clientId = laptopId(seed, key)
  return new HubLink({
    url,
    email: agentEmail(key),
    password,
    clientId,
    laptop: `${key}-laptop`,
    version,
    clock,
    random,
  })
}

/** A laptop that was closed yesterday evening with work on it, as its last report says. */
async function forgetAtHome({ hub, workspaceId, seed }: FloorOptions, agentId: string): Promise<void> {
  const clientId = laptopId(seed, 'at home')
  const nowMs = hub.clock.now() - 18 * HOUR_MS
  const laptop = {
    workspaceId,
    clientId,
    agentId,
    name: 'home-laptop',
    platform: 'darwin',
    version: '0.0.9',
    nowMs,
  }
  const report = {
    unsent: 7,
    oldestUnsentAtMs: nowMs - HOUR_MS,
    lastPulledAtMs: nowMs,
    version: laptop.version,
    unsentReplies: 4,
    unsentTickets: 5,
    claimed: 2,
    isEncrypted: true,
    skewMs: 0,
    status: null,
  }
  await inWorkspace(hub.database.app, { workspaceId }, async client => {
    await noteSignIn(client, laptop)
    const ids = await readUntaken({ client, workspaceId }, report.unsentTickets)
    const named = { unsentTicketIds: [...ids], claimedTicketIds: ids.slice(0, report.claimed) }
    const told = { ...report, ...named }
    await storeReport(client, { workspaceId, clientId, report: told, nowMs, liveUntilMs: nowMs })
  })
}
