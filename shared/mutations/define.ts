import type { z } from 'zod'
import type { Row, TableName } from '../domain/tables.ts'
import type { AgentId } from '../domain/ids.ts'
import type { Agent } from '../domain/people.ts'
import type { ServiceLevels } from '../rules/sla/service-levels.ts'

/** What a mutation needs to look at. `one` must exist (else the verdict is `gone`), `maybe` may be absent. */
export type Read =
  | { readonly how: 'one'; readonly table: TableName; readonly id: string }
  | { readonly how: 'maybe'; readonly table: TableName; readonly id: string }
  | {
      readonly how: 'many'
      readonly table: TableName
      /** Equality on indexed columns only; a storage refuses others. */
      readonly where: Readonly<Record<string, string>>
      /** Rows whose `column` is greater than `value`; rows where it is null do not count. */
      readonly above: { readonly column: string; readonly value: number } | null
    }
export type One<Name extends TableName> = Extract<Read, { how: 'one' }> & { readonly table: Name }
export type Maybe<Name extends TableName> = Extract<Read, { how: 'maybe' }> & { readonly table: Name }
export type Many<Name extends TableName> = Extract<Read, { how: 'many' }> & { readonly table: Name }
export type Reads = Readonly<Record<string, Read>>

export type RowsFor<R extends Reads> = {
  readonly [Key in keyof R]: R[Key] extends One<infer Name>
    ? Row<Name>
    : R[Key] extends Maybe<infer Name>
      ? Row<Name> | null
      : R[Key] extends Many<infer Name>
        ? readonly Row<Name>[]
        : never
}
/** Rows as loaded for any mutation, before their types are known again. */
export type LoadedRows = Readonly<Record<string, unknown>>

export const one = <const Name extends TableName>(table: Name, id: string): One<Name> => ({
  how: 'one',
  table,
  id,
})
export const maybe = <const Name extends TableName>(table: Name, id: string): Maybe<Name> => ({
  how: 'maybe',
  table,
  id,
})
export const many = <const Name extends TableName>(
  table: Name,
  where: Readonly<Record<string, string>>,
  above: { readonly column: string; readonly value: number } | null = null,
): Many<Name> => ({ how: 'many', table, where, above })

export type Change =
  | {
      readonly how: 'insert'
      readonly table: TableName
      readonly id: string
      readonly row: Readonly<Record<string, unknown>>
    }
  | {
      readonly how: 'patch'
      readonly table: TableName
      readonly id: string
      readonly fields: Readonly<Record<string, unknown>>
    }
  | { readonly how: 'remove'; readonly table: TableName; readonly id: string }

export const insert = <Name extends TableName>(table: Name, row: Row<Name>): Change => ({
  how: 'insert',
  table,
  id: row.id,
  row,
})
export const patch = <Name extends TableName>(
  table: Name,
  id: string,
  fields: Partial<Row<Name>>,
): Change => ({
  how: 'patch',
  table,
  id,
  fields,
})
export const remove = (table: TableName, id: string): Change => ({ how: 'remove', table, id })

export type Actor = Pick<Agent, 'id' | 'name' | 'role' | 'teamIds'>

export type MutationContext = {
  /** When the agent acted, ms; stored with the outbox entry and the same on every replay. */
  readonly nowMs: number
  readonly actor: Actor
  /** 'laptop' predicts, 'hub' decides. */
  readonly side: 'laptop' | 'hub'
  /** Id of the n-th row this mutation makes by itself (events …); the same on every replay and on both sides. */
  readonly derivedId: (index: number) => string
  /** Next ticket number; null on a laptop. Asked for only by mutations with `numbers: 'ticket'`. */
  readonly ticketNumber: number | null
  /** When the hub takes it, ms; null on a laptop. */
  readonly acceptedAtMs: number | null
  /** A hub with another history may have taken it before: what it sends to the outside may have left already. */
  readonly mayHaveLeft: boolean
  /** Policies and calendars as they stand; none for mutations that do not say `clocks`. */
  readonly serviceLevels: ServiceLevels
}

/** What the agent saw, wanted, and what stands on the hub, for one field. */
export type FieldConflict = {
  readonly table: TableName
  readonly id: string
  readonly field: string
  readonly seen: unknown
  readonly mine: unknown
  readonly theirs: unknown
}
export type Conflict = {
  /**
   * 'changed-since': a deciding field moved. 'newer-messages': the reply was written without seeing them. 'taken':
   * somebody was first. 'leased': a colleague works on it offline.
   */
  readonly reason: 'changed-since' | 'newer-messages' | 'taken' | 'customer-wrote' | 'leased'
  readonly fields: readonly FieldConflict[]
}

/** A sentence about the intent for Needs attention and undo: a key of the locale file and its values. */
export type Description = { readonly key: string; readonly values: Readonly<Record<string, string | number>> }

export type Intent = { readonly name: string; readonly args: unknown }

/**
 * One capability, written once: it predicts on the laptop, decides on the hub and runs in the simulator.
 * Every function is pure and total.
 */
export type Mutation<Name extends string, Args, First extends Reads, Then extends Reads, Input = Args> = {
  readonly name: Name
  /** `Input` is what a caller writes: fields with defaults may be left out. */
  readonly args: z.ZodType<Args, Input>
  readonly decidedBy: 'either' | 'hub'
  /** Private rows: not counted as waiting work, sent when idle. */
  readonly quiet: boolean
  readonly numbers: 'ticket' | null
  /** It starts, stops or alters clocks of threads: it is given the service levels. */
  readonly clocks: boolean
  reads(args: Args): First
  /**
   * Rows whose ids are known only from the first ones. Asked again once those are here, until it names nothing new
   * (`read-steps.ts`): what it finds by one row may lead to another.
   */
  alsoReads(rows: RowsFor<First>, args: Args): Then
  may(actor: Actor, rows: RowsFor<First> & RowsFor<Then>, args: Args): boolean
  plan(rows: RowsFor<First> & RowsFor<Then>, args: Args, context: MutationContext): readonly Change[]
  conflict(rows: RowsFor<First> & RowsFor<Then>, args: Args, context: MutationContext): Conflict | null
  describe(args: Args): Description
  /** The same intent against the rows as they stand now: how "use mine" answers a conflict. */
  insist(rows: RowsFor<First> & RowsFor<Then>, args: Args): Args
  /** Undo of something that has left; null when it has no inverse. `before` are the rows the plan read. */
  invert(before: RowsFor<First> & RowsFor<Then>, args: Args): Intent | null
  /**
   * The same intent without these fields: an undo leaves alone what somebody changed since. Null when nothing is left.
   */
  without(args: Args, fields: readonly string[]): Args | null
  /** The same intent with other values wanted in these fields: how a merge answers a conflict. Null: it cannot. */
  adjust(args: Args, values: Readonly<Record<string, unknown>>): unknown
  /** Consecutive unsent edits with the same key become one; null when each stands alone. */
  coalesceKey(args: Args): string | null
  coalesce(earlier: Args, later: Args): Args
}

type Optional =
  | 'decidedBy'
  | 'quiet'
  | 'numbers'
  | 'clocks'
  | 'alsoReads'
  | 'conflict'
  | 'insist'
  | 'invert'
  | 'without'
  | 'adjust'
  | 'coalesceKey'
  | 'coalesce'
type None = Record<never, never>
type Definition<Name extends string, Args, First extends Reads, Then extends Reads, Input> = Omit<
  Mutation<Name, Args, First, Then, Input>,
  Optional
> &
  Partial<Pick<Mutation<Name, Args, First, Then, Input>, Optional>>

export function defineMutation<
  const Name extends string,
  Args,
  First extends Reads,
  Then extends Reads = None,
  Input = Args,
>(definition: Definition<Name, Args, First, Then, Input>): Mutation<Name, Args, First, Then, Input> {
  return {
    decidedBy: 'either',
    quiet: false,
    numbers: null,
    clocks: false,
    alsoReads: () => ({}) as Then,
    conflict: () => null,
    insist: (_rows, args) => args,
    invert: () => null,
    without: () => null,
    adjust: () => null,
    coalesceKey: () => null,
    coalesce: (_earlier, later) => later,
    ...definition,
  }
}

/** Any mutation, its own types forgotten: what the engine, the hub and the simulator handle. */
export type AnyMutation = Mutation<string, unknown, Reads, Reads>

/** The hub acting by itself: incoming mail, timers, imports. It has no id, so it never equals an agent. */
export const AUTOMATION: Actor = { id: '', name: 'automation', role: 'other', teamIds: [] }
export const isAutomation = (actor: Actor): boolean => actor.id === ''

/** The author of a row the plan writes: an agent on the laptop, an agent or nobody (automation) on the hub. */
export const authorOf = (context: MutationContext): AgentId | null =>
  isAutomation(context.actor) ? null : context.actor.id
