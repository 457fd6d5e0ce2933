import { z } from 'zod'
import type { Arrivals } from './alerts.ts'
import { Question } from './questions.ts'
import type { PackedReply } from './reply.ts'
import { Place } from './session.ts'
import type { Rebuilt } from './session.ts'
import { method, returns } from './define.ts'
import type { InputOf, OutputOf } from './define.ts'

/** Facts of the network that only main can find out; companies have proxies, PAC files and private authorities. */
export const NetworkFacts = z.object({
  isOnline: z.boolean(),
  /** The agent works offline by choice: nothing leaves and nothing comes, whatever the network would allow. */
  isCut: z.boolean(),
  /** Proxy for the hub's address as `http://[user:password@]host:port`; null for a direct way. */
  proxyUrl: z.string().nullable(),
  /** Certificates the system trusts, PEM, added to the built-in ones. */
  extraCertificates: z.array(z.string()),
})
export type NetworkFacts = z.infer<typeof NetworkFacts>

export const Tokens = z.object({
  accessToken: z.string().nullable(),
  refreshToken: z.string().nullable(),
  expiresAtMs: z.int(),
})
export type Tokens = z.infer<typeof Tokens>

/** What main asks of the data process; no window can reach these. */
export const internalMethods = {
  /** Parsed questions of a window, answered by the thread that reads. */
  'questions.answer': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ questions: z.array(Question) }),
    output: returns<readonly PackedReply[]>(),
  }),
  'data.open': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({
      folder: z.string(),
      /** 32 bytes, hex; in memory only. */
      key: z.string(),
      place: Place,
      clientId: z.string(),
      tokens: Tokens,
      network: NetworkFacts,
      appVersion: z.string(),
    }),
    output: returns<{ unsent: number }>(),
  }),
  /** Saves what only this laptop has out of a damaged database and puts a fresh one in its place; `data.open` opens it. */
  'data.rescue': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ folder: z.string(), key: z.string(), place: Place }),
    output: returns<Rebuilt>(),
  }),
  /** Which of two keys opens a place whose key was being replaced, and how many damaged files lie aside under earlier ones. */
  'data.whichKey': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ folder: z.string(), key: z.string(), nextKey: z.string() }),
    output: returns<{ fits: 'key' | 'next'; damagedAside: number }>(),
  }),
  /** How old the team lets the key of a place grow, in days; the place is closed. Null: as old as it likes, or it cannot be read. */
  'data.keyRule': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ folder: z.string(), key: z.string() }),
    output: returns<{ maxAgeDays: number | null }>(),
  }),
  /** What replacing the key of a place asks of the disk. */
  'data.rekeyNeeds': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ folder: z.string() }),
    output: returns<{ bytes: number; freeBytes: number; neededBytes: number; filesLeft: number }>(),
  }),
  /** Closes what is open and locks the place's database with another key. Cut off, either key opens it. */
  'data.rekey': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ folder: z.string(), key: z.string(), nextKey: z.string() }),
    output: returns<{ done: true }>(),
  }),
  'data.close': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({}),
    output: returns<{ unsent: number }>(),
  }),
  'data.setNetwork': method({
    owner: 'data',
    kind: 'command',
    input: NetworkFacts,
    output: returns<{ taken: boolean }>(),
  }),
  'data.setTokens': method({
    owner: 'data',
    kind: 'command',
    input: Tokens,
    output: returns<{ taken: boolean }>(),
  }),
  /** Ends the session of the open place on the hub too, so that its tokens open nothing any more; false if the hub could not be asked. */
  'data.signOut': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({}),
    output: returns<{ signedOut: boolean }>(),
  }),
  /** Signs in over the network facts given, before any database is open. */
  'data.signIn': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({
      hubUrl: z.string(),
      email: z.string(),
      password: z.string(),
      workspace: z.string().nullable(),
      client: z.object({ id: z.string(), name: z.string(), platform: z.string(), version: z.string() }),
      network: NetworkFacts,
    }),
    output: returns<{ place: Omit<Place, 'id' | 'isDemo' | 'lastOpenedAtMs'>; tokens: Tokens }>(),
  }),
  'data.countUnsent': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ folder: z.string(), key: z.string() }),
    output: returns<{ unsent: number | null }>(),
  }),
} as const

export type InternalEvents = {
  /** Rotated tokens to be kept by main; `refreshToken` null means signed out by the hub. */
  readonly 'data.tokensChanged': Tokens
  readonly 'data.ready': { readonly node: string; readonly napi: string }
  /** News for this agent; main shows it through the system. */
  readonly arrivals: Arrivals
  /** The process cannot go on; main shows why. */
  readonly 'data.fatal': { readonly code: string }
}

export type InternalContract = typeof internalMethods
export type InternalName = keyof InternalContract
export type InternalInput<Name extends InternalName> = InputOf<InternalContract[Name]>
export type InternalOutput<Name extends InternalName> = OutputOf<InternalContract[Name]>
