import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import { method, returns } from './define.ts'

export type Amount = { readonly count: number; readonly bytes: number }

/** What the agent takes along beside their own open tickets and those they hold. */
export const PackChoice = z.strictObject({
  /** Open tickets of own teams that nobody has taken. */
  withTeams: z.boolean(),
  /** Customers with all of their tickets. */
  customerIds: z.array(CustomerId).max(500),
})
export type PackChoice = z.infer<typeof PackChoice>

/** What a day offline is made of, and how much of it is here. Rows are here as soon as the first fill is whole. */
export type DayPack = {
  readonly choice: PackChoice
  /** Names of the customers that were chosen. */
  readonly chosen: readonly { readonly id: string; readonly name: string }[]
  readonly tickets: number
  readonly customers: number
  readonly orders: number
  readonly messages: number
  readonly articles: number
  /** Guides, playbooks and checklists that are offered, and macros. */
  readonly playbooks: number
  readonly files: {
    readonly all: Amount
    readonly here: Amount
    /** Too large to be taken along. */
    readonly leftOut: Amount
  }
}

export const DEVICE_KINDS = [
  'tickets',
  'messages',
  'customers',
  'orders',
  'knowledge',
  'team',
  'own',
  'unsent',
] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** What lies on this device. */
export type DeviceUsage = {
  /** Bytes of a kind are its part of the database, indexes and search included: measured on samples. */
  readonly kinds: readonly { readonly kind: DeviceKind; readonly rows: number; readonly bytes: number }[]
  readonly databaseBytes: number
  readonly files: Amount
  /** Files the hub has as well, that neither the day pack nor unsent work needs. */
  readonly removable: Amount
}

const none = z.strictObject({})
export const offlineMethods = {
  'offline.pack': method({ owner: 'data', kind: 'query', input: none, output: returns<DayPack>() }),
  'offline.usage': method({ owner: 'data', kind: 'query', input: none, output: returns<DeviceUsage>() }),
  'offline.choose': method({
    owner: 'data',
    kind: 'command',
    input: PackChoice,
    output: returns<{ kept: true }>(),
  }),
  /** Looks at the hub and fetches the files that are missing; a second call joins the first. */
  'offline.makeReady': method({
    owner: 'data',
    kind: 'command',
    input: none,
    output: returns<{
      fetched: Amount
      /** Files the hub no longer has. */
      gone: number
      /** Files that did not come because the way ended. */
      left: number
    }>(),
  }),
  'offline.removeFiles': method({ owner: 'data', kind: 'command', input: none, output: returns<Amount>() }),
} as const
