import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Clock, Random } from '../../../shared/clock.ts'
import { newId } from '../../../shared/domain/ids.ts'
import { parseArgs } from '../../../shared/mutations/decide.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import type { Actor, AnyMutation, Change, Intent } from '../../../shared/mutations/define.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { applyChanges } from './apply-changes.ts'
import { isWrite, linksFrom } from './links.ts'
import type { OutboxEntry } from './outbox-store.ts'
import { placeOf } from './entry-place.ts'
import { whereItBelongs } from './where-it-belongs.ts'
import { erasedHere } from './erase-person.ts'
import { predict } from './prediction.ts'
import type { Prediction } from './prediction.ts'
import { rebase } from './rebase.ts'
import { groupHere } from './scope.ts'
import type { LaptopStore } from './store.ts'

export type MutateDeps = {
  readonly store: LaptopStore
  readonly clock: Pick<Clock, 'now'>
  readonly random: Random
  /** The agent whose laptop this is, as the directory knows them now. */
  readonly actor: () => Actor
}

/** One intent on its way into the outbox. */
type Act = {
  readonly mutation: AnyMutation
  readonly args: unknown
  readonly mutationId: string
  readonly groupId: string | null
  readonly nowMs: number
  readonly actor: Actor
  readonly heldUntilMs: number | null
}

/**
 * Does what an agent asked for, here and at once: rows, shadows, search index and outbox entry in one durable
 * transaction. Answers the id of the entry, an earlier one when the edit joined it.
 * Throws `bad-request`, `not-here` (a row it needs is not on this laptop), `not-allowed`, `disk-full` …
 */
export function mutate(deps: MutateDeps, intent: Intent): string {
  return deps.store.transaction('durable', () => perform(deps, prepare(deps, intent, alone)))
}

export type GroupOptions = {
  /** How long the agent may still take it back before any of it leaves, ms. */
  readonly holdMs: number
}

/** Several intents as one: all of them or none, here and on the hub. */
export function mutateGroup(
  deps: MutateDeps,
  intents: readonly Intent[],
  { holdMs }: GroupOptions = { holdMs: 0 },
): { readonly groupId: string; readonly mutationIds: readonly string[] } {
  const nowMs = deps.clock.now()
  const groupId = newId(nowMs, deps.random)
  const together = { groupId, heldUntilMs: holdMs > 0 ? nowMs + holdMs : null }
  const mutationIds = deps.store.transaction('durable', () =>
    intents.map(intent => perform(deps, prepare(deps, intent, together))),
  )
  return { groupId, mutationIds }
}

type Together = Pick<Act, 'groupId' | 'heldUntilMs'>
const alone: Together = { groupId: null, heldUntilMs: null }

function prepare(deps: MutateDeps, { name, args: raw }: Intent, together: Together): Act {
  if (!isMutationName(name)) throw new AppError(ErrorCode.BadRequest, 'Unknown mutation', { mutation: name })
  const mutation = mutationByName(name)
  const parsed = parseArgs(mutation, raw)
  if (!parsed) throw new AppError(ErrorCode.BadRequest, 'Input refused', { mutation: name })
  const nowMs = deps.clock.now()
  const mutationId = newId(nowMs, deps.random)
  const args = whereItBelongs(deps.store, mutation.name, parsed.args)
  return { mutation, args, mutationId, ...together, nowMs, actor: deps.actor() }
}

function changesOf({ decision }: Prediction, { mutation }: Act): readonly Change[] {
  const facts = { mutation: mutation.name }
  switch (decision.kind) {
    case 'changes':
      return decision.changes
    case 'gone':
      throw new AppError(ErrorCode.NotHere, 'A row is not on this laptop', {
        ...facts,
        table: decision.table,
      })
    case 'rejected':
      throw new AppError(decision.code, 'Refused', facts)
    case 'conflict':
      // Only the hub knows what stands.
      throw new AppError(ErrorCode.Conflict, 'Refused', facts)
  }
}

type Place = ReturnType<typeof placeOf>

/** A draft names its ticket only: the customer is the ticket's, so that it goes with them when they are erased. */
const placeHere = (store: LaptopStore, { ticketId, customerId }: Place): Place => ({
  ticketId,
  customerId: customerId ?? (ticketId === null ? null : groupHere(store, { table: 'tickets', id: ticketId })),
})

/** Rows of an erased person go page by page: nothing is begun on those that are still here for a moment. */
function refuseErased(store: LaptopStore, { customerId }: Place): void {
  if (customerId !== null && erasedHere(store).has(customerId))
    throw new AppError(ErrorCode.NotHere, 'The person was erased')
}

function perform(deps: MutateDeps, act: Act): string {
  const { store } = deps
  const prediction = predict(store, act.mutation, { ...act, isReplayed: false })
  const changes = changesOf(prediction, act)
  const inverse = act.mutation.quiet ? null : act.mutation.invert(prediction.rows as never, act.args)
  const earlier = joinable(store, act)
  if (earlier) return join(deps, act, { earlier, inverse })
  // Private work that changes nothing is nothing to tell the hub.
  if (act.mutation.quiet && changes.length === 0) return act.mutationId
  const place = placeHere(store, placeOf({ ...prediction, args: act.args }, changes))
  refuseErased(store, place)
  applyChanges(store, changes)
  const { mutation, args, mutationId, groupId, nowMs, actor, heldUntilMs } = act
  const entry = {
    mutationId,
    groupId,
    author: actor.id,
    name: mutation.name,
    args,
    protocol: PROTOCOL,
    nowMs,
    isQuiet: mutation.quiet,
    coalesceKey: mutation.coalesceKey(args),
    heldUntilMs,
    undo: mutation.quiet ? [] : [{ inverse, earlier: null }],
    ...place,
  }
  store.outbox.append(entry, linksFrom(prediction, changes))
  return mutationId
}

/** The unsent edit of the same field that this one can join: nothing else has touched its rows since. */
function joinable({ outbox }: LaptopStore, { mutation, args, groupId, actor }: Act): OutboxEntry | null {
  const key = mutation.coalesceKey(args)
  if (key === null || groupId !== null) return null
  const earlier = outbox.newestWithKey(key)
  if (!earlier || earlier.name !== mutation.name || earlier.author !== actor.id || earlier.groupId !== null)
    return null
  if (earlier.state !== 'pending' || earlier.wasSent) return null
  const isNewest = outbox
    .linksOf(earlier.mutationId)
    .filter(isWrite)
    .every(({ table, id }) => outbox.onRow(table, id).every(({ seq }) => seq <= earlier.seq))
  return isNewest ? earlier : null
}

/** Edits of one field that can be undone one by one; older ones are undone together. */
const UNDO_STEPS = 50

function undoAfter({ mutation }: Act, { earlier, inverse }: Joined): OutboxEntry['undo'] {
  if (mutation.quiet) return []
  const { undo, args, nowMs } = earlier
  const step = { inverse, earlier: { args, nowMs } }
  return undo.length < UNDO_STEPS ? [...undo, step] : [...undo.slice(0, 1), ...undo.slice(2), step]
}

type Joined = { readonly earlier: OutboxEntry; readonly inverse: Intent | null }

function join(deps: MutateDeps, act: Act, joined: Joined): string {
  const { outbox } = deps.store
  const { mutation, args, nowMs } = act
  const { earlier } = joined
  const touched = outbox.linksOf(earlier.mutationId).filter(isWrite)
  outbox.update(earlier.mutationId, {
    args: mutation.coalesce(earlier.args, args),
    nowMs,
    undo: undoAfter(act, joined),
  })
  // An edit that had no effect so far has written nothing: what it reads leads to it.
  const seeds = touched.length > 0 ? touched : outbox.linksOf(earlier.mutationId)
  rebase(deps, { incoming: [], touched: seeds, source: 'answer' })
  return earlier.mutationId
}
