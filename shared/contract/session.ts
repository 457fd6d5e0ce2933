import { z } from 'zod'
import { AgentId, WorkspaceId } from '../domain/ids.ts'
import { Role } from '../domain/values.ts'
import { method, returns } from './define.ts'

/** One (hub, workspace, agent): one folder, one database, one key on this laptop. */
export const Place = z.object({
  id: z.string(),
  hubUrl: z.string(),
  workspace: z.object({ id: WorkspaceId, name: z.string(), slug: z.string() }),
  agent: z.object({
    id: AgentId,
    name: z.string(),
    email: z.string(),
    role: Role,
    teamIds: z.array(z.string()),
  }),
  isDemo: z.boolean(),
  lastOpenedAtMs: z.int(),
})
export type Place = z.infer<typeof Place>

/** A place as the sign-in page shows it: "7 unsent changes of Lena K. wait here". */
export type KnownPlace = Place & {
  readonly unsent: number | null
  /** False after signing out: it opens with the password only. */
  readonly isSignedIn: boolean
}

export type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out'; readonly places: readonly KnownPlace[]; readonly demoAvailable: boolean }
  | { readonly state: 'opening'; readonly place: Place }
  | {
      readonly state: 'open'
      readonly place: Place
      /** 'expired': everything works, nothing leaves until the agent signs in again. */
      readonly credentials: 'valid' | 'expired'
      /** This device in this place: a window signs the drafts it keeps with it. */
      readonly clientId: string
      /** Offline by choice. */
      readonly isCut: boolean
    }
  /** The database is being locked with another key; `key.progressed` says how far it is. */
  | { readonly state: 'replacing-key'; readonly place: Place }
  /** The database cannot be used; `code` says why. Nothing on the disk was changed. */
  | { readonly state: 'trouble'; readonly place: Place; readonly code: string }

/** What was saved out of a damaged database. */
export type Rebuilt = {
  /** Changes that were saved and will leave; drafts do not count. */
  readonly kept: number
  /** Changes that are known to have waited there and could not be read. */
  readonly lost: number
  /** False: it could not be read how many were waiting. */
  readonly isCounted: boolean
  /** Where the damaged file lies; null when everything that was waiting is saved, and it is gone. */
  readonly asideAt: string | null
}

/** Of the key that locks what the open place has on this laptop. */
export type KeyFacts = {
  /** Null: nobody wrote it down. */
  readonly madeAtMs: number | null
  /** Size of what is locked with it. */
  readonly bytes: number
  readonly freeBytes: number
  /** Room that replacing it takes for a while. */
  readonly neededBytes: number
  /** About how long that takes. */
  readonly seconds: number
  /** Attachments that are still sealed with keys of before it. */
  readonly filesLeft: number
}

const HubUrl = z.string().min(1).max(2000)
const none = z.strictObject({})

export const sessionMethods = {
  'session.get': method({ owner: 'main', kind: 'query', input: none, output: returns<SessionState>() }),
  'session.signIn': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({
      hubUrl: HubUrl,
      email: z.string().min(1).max(320),
      password: z.string().min(1).max(1024),
      workspace: z.string().max(200).nullable().default(null),
    }),
    output: returns<SessionState>(),
  }),
  /** Pulls the cable, or puts it back: until then, or the next start, nothing leaves and nothing comes. */
  'session.workOffline': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ offline: z.boolean() }),
    output: returns<SessionState>(),
  }),
  'session.openDemo': method({
    owner: 'main',
    kind: 'command',
    input: none,
    output: returns<SessionState>(),
  }),
  /** Opens a place that was signed in before, offline too. */
  'session.openPlace': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ placeId: z.string() }),
    output: returns<SessionState>(),
  }),
  /** Ends the session; the folder stays with what is unsent in it, unless `forget` and nothing is unsent. */
  'session.signOut': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ forget: z.boolean().default(false) }),
    output: returns<SessionState>(),
  }),
  /** Places of this laptop beside the one that is open, for switching agent or workspace. */
  'session.places': method({
    owner: 'main',
    kind: 'query',
    input: none,
    output: returns<readonly KnownPlace[]>(),
  }),
  /** Goes back to the list of places without ending the session: what is unsent waits in its folder. */
  'session.leave': method({ owner: 'main', kind: 'command', input: none, output: returns<SessionState>() }),
  /** The proxy on the way to a hub; `hubUrl` null: to the one that is open. Null where there is none. */
  'proxy.get': method({
    owner: 'main',
    kind: 'query',
    input: z.strictObject({ hubUrl: HubUrl.nullable() }),
    output: returns<{ proxy: string | null }>(),
  }),
  /** Name and password that the proxy of a company asks for, kept like every secret. Throws `not-found` without one. */
  'proxy.signIn': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({
      hubUrl: HubUrl.nullable(),
      user: z.string().min(1).max(320),
      password: z.string().max(1024),
    }),
    output: returns<{ kept: true }>(),
  }),
  /**
   * After `db-corrupt`: saves unsent work out of the damaged file and puts a fresh one in its place, which the hub fills.
   * The place stays closed until `session.retry`. Throws `bad-request` in any other state, `disk-full` …
   */
  'session.rebuild': method({ owner: 'main', kind: 'command', input: none, output: returns<Rebuilt>() }),
  'session.key': method({ owner: 'main', kind: 'query', input: none, output: returns<KeyFacts>() }),
  /**
   * Locks the data of the open place with a fresh key; the place is closed meanwhile and open again afterwards, under the
   * old key where it failed. Throws `disk-full`, `db-locked` …
   */
  'session.replaceKey': method({
    owner: 'main',
    kind: 'command',
    input: none,
    output: returns<SessionState>(),
  }),
  /** Tries again to open the place after trouble (disk freed, file unlocked …). */
  'session.retry': method({ owner: 'main', kind: 'command', input: none, output: returns<SessionState>() }),
} as const
