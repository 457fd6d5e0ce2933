import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import type { Clock } from '../../shared/clock.ts'
import type { AgentId, TeamId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { Role } from '../../shared/domain/values.ts'
import type { Log, LogFacts } from '../../shared/log.ts'
import { routes } from '../../shared/protocol/routes.ts'
import { SignedIn } from '../../shared/protocol/session.ts'
import type { AdministrationDeps } from '../../server/auth/administration.ts'
import { addAgent, addTeam, createWorkspace } from '../../server/auth/administration.ts'
import type { ThrottleLimits } from '../../server/auth/throttle.ts'
import type { HubDatabase } from '../../server/db/open-database.ts'
import { openHubDatabase } from '../../server/db/open-database.ts'
import { postgresStore } from '../../server/db/postgres-store.ts'
import { createAnnouncements } from '../../server/live/announcements.ts'
import type { RunningHub } from '../../server/start-hub.ts'
import { startHub } from '../../server/start-hub.ts'
import type { HubStore } from '../../server/sync/store.ts'
import { systemClock } from '../../server/system-clock.ts'
import { freshId } from './builders.ts'
import { compiledHub } from './compiled-code.ts'
import { createDatabase } from './hub-db.ts'

export const PASSWORD = 'correct horse battery'

/** The system's timers, with a wall clock the test can move. */
export type ShiftedClock = Clock & { readonly shift: (ms: number) => void }
export function shiftedClock(): ShiftedClock {
  let offset = 0
  return {
    now: () => systemClock.now() + offset,
    after: systemClock.after,
    shift: ms => {
      offset += ms
    },
  }
}

export type LogLine = { readonly level: string; readonly event: string; readonly facts: LogFacts }
export type KeptLog = Log & { readonly lines: LogLine[] }
export function keptLog(): KeptLog {
  const lines: LogLine[] = []
  const at =
    (level: string) =>
    (event: string, facts: LogFacts = {}): void =>
      void lines.push({ level, event, facts })
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export type SeedAgent = { readonly email: string; readonly role: Role; readonly teams: readonly TeamName[] }
export type TeamName = 'orders' | 'devices'
export const SEED_AGENTS = {
  lena: { email: 'lena@tandem.example', role: 'agent', teams: ['orders'] },
  tom: { email: 'tom@tandem.example', role: 'agent', teams: ['devices'] },
  sara: { email: 'sara@tandem.example', role: 'supervisor', teams: [] },
  adam: { email: 'adam@tandem.example', role: 'admin', teams: [] },
} as const satisfies Readonly<Record<string, SeedAgent>>
export type AgentName = keyof typeof SEED_AGENTS
const AGENT_NAMES = Object.keys(SEED_AGENTS) as readonly AgentName[]
const GUEST_EMAIL = 'gus@tandem.example'

export type Seeded = {
  readonly workspaceId: WorkspaceId
  readonly slug: string
  readonly teamIds: Readonly<Record<TeamName, TeamId>>
  readonly agentIds: Readonly<Record<AgentName, AgentId>>
}

/** A workspace with two teams, two agents, a supervisor and an admin, all with PASSWORD. */
export async function seedWorkspace(deps: AdministrationDeps, slug: string): Promise<Seeded> {
  const workspaceId = await createWorkspace(deps, { name: 'Acme', slug })
  const teamIds = {
    orders: await addTeam(deps, workspaceId, { name: 'Orders', kind: 'service' }),
    devices: await addTeam(deps, workspaceId, { name: 'Devices', kind: 'support' }),
  }
  const agentIds: Partial<Record<AgentName, AgentId>> = {}
  for (const name of AGENT_NAMES) {
    const { email, role, teams } = SEED_AGENTS[name]
    agentIds[name] = await addAgent(deps, workspaceId, {
      name,
      email,
      role,
      password: PASSWORD,
      teamIds: teams.map(team => teamIds[team]),
    })
  }
  return { workspaceId, slug, teamIds, agentIds: agentIds as Record<AgentName, AgentId> }
}

export type Copy = RunningHub & { readonly log: KeptLog }
export type HubUnderTest = Seeded & {
  readonly url: string
  readonly databaseUrl: string
  readonly database: HubDatabase
  readonly store: HubStore
  readonly deps: AdministrationDeps
  readonly clock: ShiftedClock
  readonly log: KeptLog
  readonly signIn: (name: AgentName | 'gus', options?: SignInOptions) => Promise<SignedInAs>
  /** Another copy of the hub on the same database, with connections of its own. */
  readonly startCopy: () => Promise<Copy>
  readonly stop: () => Promise<void>
}
export type SignInOptions = { readonly clientId?: string; readonly url?: string }
export type SignedInAs = SignedIn & { readonly clientId: string; readonly headers: Record<string, string> }

type HubOptions = {
  readonly limits?: ThrottleLimits
  readonly runsJobs?: boolean
  readonly hubKey?: Buffer | null
  readonly proxies?: number
}

const CONFIG = { host: '127.0.0.1', port: 0, proxies: 0, hubKey: null } as const

/** A hub in this process, on a fresh database, with a seeded workspace. Stop it in afterAll. */
export async function startTestHub({
  limits,
  runsJobs = false,
  hubKey = null,
  proxies = 0,
}: HubOptions = {}): Promise<HubUnderTest> {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const clock = shiftedClock()
  const log = keptLog()
  const open = (): Promise<HubDatabase> => openHubDatabase({ ownerUrl: databaseUrl, maxConnections: 12, log })
  const database = await open()
  const parts = {
    config: { ...CONFIG, hubKey, proxies },
    clock,
    random: Math.random,
    version: '0.0.0-test',
    runsJobs,
    ...(limits ? { limits } : {}),
  }
  const hub = await startHub({ ...parts, database, log })
  const store = postgresStore(database.app)
  const { announce } = createAnnouncements(database.app, log)
  const deps: AdministrationDeps = { store, clock, announce, database, random: Math.random }
  const seeded = await seedWorkspace(deps, 'acme')
  const copies: (() => Promise<void>)[] = []
  return {
    ...seeded,
    url: hub.url,
    databaseUrl,
    database,
    store,
    deps,
    clock,
    log,
    signIn: (name, options = {}) => signInAs(options.url ?? hub.url, name, options),
    startCopy: async () => {
      const own = await open()
      const ownLog = keptLog()
      const copy = await startHub({ ...parts, database: own, log: ownLog })
      const stop = once(async () => {
        await copy.stop()
        await own.close()
      })
      copies.push(stop)
      return { url: copy.url, stop, log: ownLog }
    },
    stop: once(async () => {
      for (const stop of copies) await stop()
      await hub.stop()
      await database.close()
    }),
  }
}

/** Tests stop what they started, and so does their clean-up. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => (done ??= work())
}

/** Gus of another department, who helps the first team. Only where a test needs one: with guests audiences are kept. */
export const addGuest = (
  { deps, workspaceId, teamIds }: HubUnderTest,
  guestUntilMs: number | null = null,
): Promise<AgentId> =>
  addAgent(deps, workspaceId, {
    name: 'Gus Adler',
    email: GUEST_EMAIL,
    role: 'guest',
    password: PASSWORD,
    teamIds: [teamIds.orders],
    guestUntilMs,
  })

/** Signs in as one of the seeded agents, or as the guest. */
export async function signInAs(
  url: string,
  name: AgentName | 'gus',
  options: SignInOptions = {},
): Promise<SignedInAs> {
  const clientId = options.clientId ?? freshClientId()
  const answer = await post(`${url}${routes.signIn}`, {
    email: name === 'gus' ? GUEST_EMAIL : SEED_AGENTS[name].email,
    password: PASSWORD,
    client: { id: clientId, name: `${name}’s laptop`, platform: 'linux', version: '1.0.0' },
  })
  if (answer.status !== 200) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`)
  const signedIn = SignedIn.parse(await answer.json())
  return { ...signedIn, clientId, headers: { authorization: `Bearer ${signedIn.accessToken}` } }
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** Ids of builders repeat in every test file; laptops of different files never meet, so that is enough. */
const freshClientId = (): string => freshId()

const INDEX = fileURLToPath(new URL('../../server/index.ts', import.meta.url))
const READY_WITHIN_MS = 30_000

export type HubProcess = {
  readonly url: string
  readonly child: ChildProcess
  readonly exited: Promise<number | null>
  readonly output: () => string
  /** SIGTERM, as a service manager does; answers the exit code. */
  readonly stop: () => Promise<number | null>
  /** SIGKILL: nothing is said and nothing is saved. */
  readonly kill: () => Promise<void>
}

/** A hub in a process of its own over a database that is there already; it can be killed. */
export async function spawnHub(databaseUrl: string, args: readonly string[] = []): Promise<HubProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-hub-'))
  const readyFile = join(folder, 'ready.json')
  const fixed = ['serve', '--port', '0', '--database-url', databaseUrl, '--ready-file', readyFile]
  // The channel ends with the test process, and with it the hub: none is left behind.
  const child = spawn(process.execPath, [INDEX, ...fixed, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...compiledHub(INDEX) },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return exited
  }
  const url = await Promise.race([
    readyUrl(readyFile),
    exited.then(code => Promise.reject(new Error(`The hub ended with ${code}: ${output}`))),
  ]).finally(() => rm(folder, { recursive: true, force: true }))
  return {
    url,
    child,
    exited,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  }
}

async function readyUrl(file: string): Promise<string> {
  const deadline = systemClock.now() + READY_WITHIN_MS
  while (systemClock.now() < deadline) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text !== null) return (JSON.parse(text) as { url: string }).url
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('The hub was not ready in time')
}

/** Waits until something is so; fails with its last value otherwise. */
export async function eventually<T>(
  read: () => T | Promise<T>,
  isSo: (value: T) => boolean,
  withinMs = 5000,
): Promise<T> {
  const deadline = systemClock.now() + withinMs
  for (;;) {
    const value = await read()
    if (isSo(value)) return value
    if (systemClock.now() > deadline)
      throw new Error(`Not so within ${withinMs} ms: ${JSON.stringify(value)}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
