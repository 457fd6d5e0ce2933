import { newId } from '../../../shared/domain/ids.ts'
import type { UndoRefusal } from '../../../shared/contract/undo.ts'
import { firstMissing, parseArgs } from '../../../shared/mutations/decide.ts'
import type { Conflict, FieldConflict, Intent } from '../../../shared/mutations/define.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { keepWords } from './attention.ts'
import type { AttentionDeps, GivenBack } from './attention.ts'
import { isBuiltOn } from './built-on.ts'
import { mutate } from './mutate.ts'
import type { OutboxEntry } from './outbox-store.ts'
import { laptopContext, loadAll } from './prediction.ts'
import { rebase } from './rebase.ts'
import { settleDepartures } from './scope.ts'
import { takeBack } from './take-back.ts'

export type Undone = {
  /** Intents that never left and are gone as if they had not been. */
  readonly takenBack: readonly string[]
  /** Intents that undo what had left. */
  readonly inverses: readonly string[]
  readonly refused: readonly UndoRefusal[]
  readonly words: readonly GivenBack[]
}

/** One act: an intent alone or a group, as far as this laptop remembers it. */
type Unit = { readonly open: readonly OutboxEntry[]; readonly left: readonly OutboxEntry[] }

const nothing: Undone = { takenBack: [], inverses: [], refused: [], words: [] }

/** Lets other work of the thread in between two acts. */
type Pause = () => Promise<void>

/** Undoes acts, the last first, each in a transaction of its own. A full disk ends it; what was undone stays undone. */
export async function undoActs(
  deps: AttentionDeps,
  mutationIds: readonly string[],
  pause: Pause,
): Promise<Undone> {
  const settled = new Set<string>()
  let all = nothing
  for (const mutationId of mutationIds.toReversed()) {
    if (settled.has(mutationId)) continue
    for (const member of groupOf(deps, mutationId)) settled.add(member)
    all = joined(all, undoAct(deps, mutationId))
    await pause()
  }
  return all
}

/** Everything that is undone with this intent; empty for one that stands alone. */
function groupOf(deps: AttentionDeps, mutationId: string): readonly string[] {
  const { open, left } = unitOf(deps, mutationId)
  return [...open, ...left].flatMap(entry => (entry.groupId === null ? [] : entry.mutationId))
}

/**
 * Undoes one act, given by any intent of it; a group is undone whole. What has not left is taken back, unless later
 * work builds on it. What has left gets its inverse as a new intent; where somebody changed a field since, that field
 * stays and is named. Durable when it returns. Throws what `mutate` throws for a full or broken disk.
 */
export function undoAct(deps: AttentionDeps, mutationId: string): Undone {
  const { store } = deps
  return store.transaction('durable', () => {
    const unit = unitOf(deps, mutationId)
    if (canTakeBack(deps, unit)) {
      const undone = takeUnitBack(deps, unit.open)
      settleDepartures(store)
      return undone
    }
    const members = [...unit.left, ...unit.open].toSorted((a, b) => b.seq - a.seq)
    if (members.length === 0) return { ...nothing, refused: [unknown(mutationId)] }
    return members.map(entry => sendInverse(deps, entry)).reduce(joined, nothing)
  })
}

const joined = (all: Undone, one: Undone): Undone => ({
  takenBack: [...all.takenBack, ...one.takenBack],
  inverses: [...all.inverses, ...one.inverses],
  refused: [...all.refused, ...one.refused],
  words: [...all.words, ...one.words],
})

const unknown = (mutationId: string): UndoRefusal => ({
  mutationId,
  name: '',
  ticketId: null,
  reason: 'left',
  fields: [],
})

function unitOf({ store: { outbox } }: AttentionDeps, mutationId: string): Unit {
  const open = outbox.get(mutationId)
  const left = open ? null : outbox.getDone(mutationId)
  const groupId = (open ?? left)?.groupId ?? null
  if (groupId === null) return { open: open ? [open] : [], left: left ? [left] : [] }
  return { open: outbox.ofGroup(groupId), left: outbox.doneOfGroup(groupId) }
}

/** Nothing of it can be known anywhere else: never sent, or refused by the hub. */
const isOnlyHere = (entry: OutboxEntry): boolean =>
  entry.state === 'parked' || (entry.state === 'pending' && !entry.wasSent)

const canTakeBack = ({ store }: AttentionDeps, { open, left }: Unit): boolean =>
  open.length > 0 && left.length === 0 && open.every(isOnlyHere) && !isBuiltOn(store, open)

function takeUnitBack(deps: AttentionDeps, entries: readonly OutboxEntry[]): Undone {
  const takenBack = entries.map(entry => entry.mutationId)
  const [only] = entries
  const step = only?.undo.at(-1)
  if (entries.length === 1 && only && step?.earlier) {
    stepBack(deps, only, step.earlier)
    return { ...nothing, takenBack }
  }
  const words = entries.flatMap(entry =>
    entry.name === 'ticket.reply' || entry.name === 'note.add' ? (keepWords(deps, entry) ?? []) : [],
  )
  for (const entry of entries.toReversed()) takeBack(deps, entry)
  return { ...nothing, takenBack, words }
}

/** The last of several edits that became one intent: the intent stays, as it was before that edit. */
function stepBack(
  deps: AttentionDeps,
  { mutationId, undo }: OutboxEntry,
  { args, nowMs }: { readonly args: unknown; readonly nowMs: number },
): void {
  const { outbox } = deps.store
  const touched = outbox.linksOf(mutationId)
  outbox.update(mutationId, { args, nowMs, undo: undo.slice(0, -1) })
  rebase(deps, { incoming: [], touched, source: 'answer' })
}

type Attempt = { readonly intent: Intent | null; readonly refused: readonly UndoRefusal[] }

function sendInverse(deps: AttentionDeps, entry: OutboxEntry): Undone {
  // Private work and what changed nothing has nothing to undo.
  const inverse = entry.undo.at(-1)?.inverse ?? null
  const { intent, refused } = inverse ? attemptOf(deps, entry, inverse) : noInverse(deps, entry)
  if (!intent) return { ...nothing, refused }
  try {
    return { ...nothing, inverses: [mutate(deps, intent)], refused }
  } catch (error) {
    if (!(error instanceof AppError) || !REFUSALS.has(error.code)) throw error
    return { ...nothing, refused: [refusal(entry, { reason: 'not-possible', fields: [] })] }
  }
}

/** The rows say no; anything else (a full disk) is no answer to give. */
const REFUSALS: ReadonlySet<string> = new Set([
  'not-here',
  'not-allowed',
  'guest-may-not',
  'bad-request',
  'conflict',
])

const refusal = (
  { mutationId, name, ticketId }: OutboxEntry,
  { reason, fields }: Pick<UndoRefusal, 'reason' | 'fields'>,
): UndoRefusal => ({ mutationId, name, ticketId, reason, fields })

function noInverse({ store }: AttentionDeps, entry: OutboxEntry): Attempt {
  const isHere = store.outbox.get(entry.mutationId) !== null && isOnlyHere(entry)
  const reason = isHere ? 'built-on' : 'left'
  return { intent: null, refused: [refusal(entry, { reason, fields: [] })] }
}

/** The inverse against the rows as they stand here, without the fields somebody changed since. */
function attemptOf(deps: AttentionDeps, entry: OutboxEntry, inverse: Intent): Attempt {
  const conflict = conflictWith(deps, inverse)
  if (conflict === null) return { intent: inverse, refused: [] }
  const reason =
    conflict.reason === 'taken' || conflict.reason === 'leased' ? 'changed-since' : conflict.reason
  const refused = [refusal(entry, { reason, fields: conflict.fields })]
  const args = withoutFields(inverse, conflict.fields)
  return { intent: args === null ? null : { name: inverse.name, args }, refused }
}

/** What the hub would say if it stood where this laptop stands; the hub itself is asked when the inverse arrives. */
function conflictWith(
  { store, actor, clock, random }: AttentionDeps,
  { name, args }: Intent,
): Conflict | null {
  if (!isMutationName(name)) return null
  const mutation = mutationByName(name)
  const parsed = parseArgs(mutation, args)
  if (!parsed) return null
  const { reads, rows } = loadAll(store, mutation, parsed.args)
  if (firstMissing(reads, rows)) return null
  const nowMs = clock.now()
  const context = laptopContext({
    mutationId: newId(nowMs, random),
    nowMs,
    actor: actor(),
    isReplayed: false,
  })
  return mutation.conflict(rows as never, parsed.args, context)
}

function withoutFields({ name, args }: Intent, fields: readonly FieldConflict[]): unknown {
  if (!isMutationName(name)) return null
  return mutationByName(name).without(
    args,
    fields.map(({ field }) => field),
  )
}
