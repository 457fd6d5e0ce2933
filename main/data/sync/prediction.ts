import { toDomain } from '../../../shared/domain/codec.ts'
import { decide, derivedIdOf, firstMissing } from '../../../shared/mutations/decide.ts'
import type { Decision } from '../../../shared/mutations/decide.ts'
import type {
  Actor,
  AnyMutation,
  LoadedRows,
  MutationContext,
  Reads,
} from '../../../shared/mutations/define.ts'
import { asksNothing } from '../../../shared/mutations/parts/changes.ts'
import { isNothing, MOST_STEPS, nextReads } from '../../../shared/mutations/read-steps.ts'
import { NO_SERVICE_LEVELS } from '../../../shared/rules/sla/service-levels.ts'
import type { ServiceLevels } from '../../../shared/rules/sla/service-levels.ts'
import { NO_LEVELS_WATCHED, watchedLevels } from './service-levels.ts'
import type { LaptopStore, RowKey } from './store.ts'

/** What an intent would do to the rows as they stand here, and what it looked at. */
export type Prediction = {
  readonly decision: Decision
  readonly reads: Reads
  readonly rows: LoadedRows
  /** Rows of the service levels it depends on too. */
  readonly watched: readonly RowKey[]
}

export type Acting = {
  readonly mutationId: string
  readonly nowMs: number
  readonly actor: Actor
  /** It goes again to a hub that may have forgotten it. */
  readonly isReplayed: boolean
}

export const laptopContext = (
  { mutationId, nowMs, actor, isReplayed }: Acting,
  serviceLevels: ServiceLevels = NO_SERVICE_LEVELS,
): MutationContext => ({
  nowMs,
  actor,
  side: 'laptop',
  derivedId: derivedIdOf(mutationId),
  ticketNumber: null,
  acceptedAtMs: null,
  mayHaveLeft: isReplayed,
  serviceLevels,
})

/** Rows by name of the read, as the rules see them. */
export function loadReads(store: LaptopStore, reads: Reads): LoadedRows {
  const rows: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(reads)) {
    if (asksNothing(read)) rows[name] = read.how === 'many' ? [] : null
    else if (read.how === 'many') {
      rows[name] = store.rows.many(read).map(({ row }) => toDomain(read.table, row))
    } else {
      const found = store.rows.get(read.table, read.id)
      rows[name] = found && toDomain(read.table, found.row)
    }
  }
  return rows
}

/** Everything a mutation looks at, step by step. There is one step only when a row of the first is missing. */
export function loadAll(
  store: LaptopStore,
  mutation: AnyMutation,
  args: unknown,
): Pick<Prediction, 'reads' | 'rows'> {
  let reads = mutation.reads(args)
  let rows = loadReads(store, reads)
  if (firstMissing(reads, rows)) return { reads, rows }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const then = nextReads(mutation, args, rows)
    if (isNothing(then)) break
    reads = { ...reads, ...then }
    rows = { ...rows, ...loadReads(store, then) }
  }
  return { reads, rows }
}

/** Decides an intent on this side. Throws only when the mutation itself is defective. */
export function predict(
  store: LaptopStore,
  mutation: AnyMutation,
  input: Acting & { readonly args: unknown },
): Prediction {
  const { args } = input
  const { reads, rows } = loadAll(store, mutation, args)
  const levels = mutation.clocks ? watchedLevels(store) : NO_LEVELS_WATCHED
  const context = laptopContext(input, levels.serviceLevels)
  const decision = decide({ mutation, args, reads, rows, context })
  return { reads, rows, decision, watched: levels.watched() }
}
