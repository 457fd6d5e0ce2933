import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { ViewRule } from '../rules/saved-views/rule.ts'
import type { ViewBody } from '../rules/saved-views/rule.ts'
import { method, returns } from './define.ts'
import { Filter, ViewRef } from './threads.ts'
import type { KindFilter } from './threads.ts'

/** A view somebody made, as it is offered to this agent. */
export type SavedView = {
  readonly id: string
  /** Made by a supervisor for others too. */
  readonly isShared: boolean
  readonly name: string
  /** What it lists; null when a newer version wrote it in a way this one cannot read. */
  readonly body: ViewBody | null
  /** Fields, values or sorts of a newer version: while there are any, it lists nothing. */
  readonly unknown: readonly string[]
  /** The rows of it change as time passes. */
  readonly isTimed: boolean
  /** Of a shared one: teams that are offered it; none: everybody. */
  readonly teamIds: readonly string[]
  readonly position: number
  /** As it is stored: what an edit has seen. */
  readonly stored: unknown
}

/** Tickets a view lists under each kind. `isWhole` false: there are at least so many. */
export type ViewCount = Readonly<Record<KindFilter, number>> & { readonly isWhole: boolean }

/** What a condition can be compared with, as the rows here have it. */
export const ValueField = z.enum(['tier', 'language', 'country', 'tags', 'labels'])
export type ValueField = z.infer<typeof ValueField>

export type OrganisationName = {
  readonly id: string
  readonly name: string
  readonly domain: string | null
  readonly country: string | null
}

export const viewMethods = {
  /** The agent's own views, then those shared with them, each in their order. */
  'views.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly SavedView[]>(),
  }),
  /** Counts of all saved views by id; of one that cannot be shown there is none. */
  'views.counts': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<Readonly<Record<string, ViewCount>>>(),
  }),
  /** Counts of a view with a filter over it, or of a rule that is still being written; null: it cannot be shown. */
  'views.count': method({
    owner: 'data',
    kind: 'query',
    input: z.union([z.strictObject({ view: ViewRef, filter: Filter }), z.strictObject({ rule: ViewRule })]),
    output: returns<ViewCount | null>(),
  }),
  /** Values to choose from, the usual ones first. */
  'views.values': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ field: ValueField }),
    output: returns<readonly string[]>(),
  }),
  /** Organisations whose name or domain begins so, by name; and those named by id. */
  'organisations.find': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      text: z.string().max(200),
      ids: z.array(RowId).max(200).default([]),
      limit: z.int().min(1).max(50).default(12),
    }),
    output: returns<readonly OrganisationName[]>(),
  }),
} as const
