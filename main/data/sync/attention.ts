import { newId } from '../../../shared/domain/ids.ts'
import { firstMissing } from '../../../shared/mutations/decide.ts'
import type { DraftFile } from '../../../shared/domain/values.ts'
import { DraftFiles } from '../../../shared/domain/values.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import type { AttentionAction } from '../../../shared/contract/sync.ts'
import type { Decided } from '../../../shared/mutations/record-decision.ts'
import type { z } from 'zod'
import { erasedHere } from './erase-person.ts'
import { mutate } from './mutate.ts'
import type { MutateDeps } from './mutate.ts'
import { noteDecision } from './note-decision.ts'
import type { OutboxEntry } from './outbox-store.ts'
import { loadAll } from './prediction.ts'
import { rebase } from './rebase.ts'
import { settleDepartures } from './scope.ts'
import type { LaptopStore } from './store.ts'
import { takeBack, writtenBy } from './take-back.ts'
import { turnIntoNotes } from './turn-into-note.ts'
import { wordsOf } from './words.ts'
import type { Words } from './words.ts'

export type AttentionDeps = MutateDeps & { readonly clientId: string }
/** Words given back and the draft that holds them now. */
export type GivenBack = Words & { readonly draftId: string }
export type Resolved = { readonly resolved: number; readonly words: readonly GivenBack[] }

/**
 * What the agent decides about work the hub did not take. A group is decided whole, whichever member was named.
 * 'retry': as it was. 'mine': against what stands now. 'theirs', 'discard': mine is taken back. 'edit': mine is taken
 * back and its words become a draft. 'note': a held reply becomes a note; work without one stays. Entries that are not
 * parked are passed over, and what is about an erased person goes nowhere again. What was decided about a conflict is written down on its ticket.
 */
export function resolve(deps: AttentionDeps, mutationIds: readonly string[], action: Action): Resolved {
  const { store } = deps
  return store.transaction('durable', () => {
    const parked = parkedWithGroups(store, mutationIds)
    const entries = GOES_AGAIN.has(action) ? withoutErased(store, parked) : parked
    const words = action === 'edit' ? entries.flatMap(entry => keepWords(deps, entry) ?? []) : []
    const decided = carryOut(deps, entries, action)
    for (const entry of decided) noteDecision(deps, { entry, taken: DECIDED[action] })
    settleDepartures(store)
    return { resolved: decided.length, words }
  })
}

/** Goes to the hub once more, with what stands in the rows. */
const GOES_AGAIN: ReadonlySet<Action> = new Set<Action>(['retry', 'mine'])

/** Nothing about an erased person goes again, nor what belongs together with it: it can only be taken back. */
function withoutErased(store: LaptopStore, entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const erased = erasedHere(store)
  const wholeOf = ({ groupId, mutationId }: OutboxEntry): string => groupId ?? mutationId
  const over = new Set(
    entries.filter(({ customerId }) => customerId !== null && erased.has(customerId)).map(wholeOf),
  )
  return entries.filter(entry => !over.has(wholeOf(entry)))
}

type Action = z.infer<typeof AttentionAction>
const DECIDED: Readonly<Record<Action, Decided>> = {
  retry: 'again',
  mine: 'mine',
  theirs: 'theirs',
  discard: 'discarded',
  edit: 'edited',
  note: 'note',
}

/** Does it; answers what it was done to. */
function carryOut(
  deps: AttentionDeps,
  entries: readonly OutboxEntry[],
  action: Action,
): readonly OutboxEntry[] {
  switch (action) {
    case 'note':
      return turnIntoNotes(deps, entries)
    case 'retry':
      for (const entry of entries) sendAgain(deps, entry, entry.args)
      return entries
    case 'mine':
      insistOn(deps, entries)
      return entries
    case 'theirs':
    case 'discard':
    case 'edit':
      for (const entry of entries) takeBack(deps, entry)
      return entries
  }
}

export function parkedWithGroups(
  { outbox }: LaptopStore,
  mutationIds: readonly string[],
): readonly OutboxEntry[] {
  const found = new Map<string, OutboxEntry>()
  for (const id of mutationIds) {
    const entry = outbox.get(id)
    if (entry?.state !== 'parked') continue
    for (const member of entry.groupId === null ? [entry] : outbox.ofGroup(entry.groupId))
      found.set(member.mutationId, member)
  }
  return [...found.values()].toSorted((left, right) => left.seq - right.seq)
}

/** The hub remembers what it decided about an id, so the intent goes again under a new one, in its old place. */
function sendAgain(deps: AttentionDeps, { mutationId }: OutboxEntry, args: unknown): void {
  const { store, clock, random } = deps
  // Its links may be empty after a refusal; what it reads leads the replay to it as well.
  const touched = store.outbox.linksOf(mutationId)
  store.outbox.renew(mutationId, newId(clock.now(), random), args)
  rebase(deps, { incoming: [], touched, source: 'answer' })
}

/**
 * Looks at the rows as they stand without this work, so that "what I saw" is what the hub has, not what I made of it.
 * `settle` may change what is asked for, with those rows in sight.
 */
export function insistOn(
  deps: AttentionDeps,
  entries: readonly OutboxEntry[],
  settle: (entry: OutboxEntry, args: unknown) => unknown = (_entry, args) => args,
): void {
  const { outbox } = deps.store
  const links = new Map(entries.map(entry => [entry.mutationId, outbox.linksOf(entry.mutationId)]))
  const written = entries.flatMap(entry => writtenBy(deps.store, entry.mutationId))
  for (const { mutationId } of entries) outbox.relink(mutationId, [])
  rebase(deps, { incoming: [], touched: written, source: 'answer' })
  for (const entry of entries) {
    const args = settle(entry, insisted(deps.store, entry))
    outbox.relink(entry.mutationId, links.get(entry.mutationId) ?? [])
    sendAgain(deps, entry, args)
  }
}

function insisted(store: LaptopStore, { name, args }: OutboxEntry): unknown {
  if (!isMutationName(name)) return args
  const mutation = mutationByName(name)
  const { reads, rows } = loadAll(store, mutation, args)
  return firstMissing(reads, rows) ? args : mutation.insist(rows as never, args)
}

/**
 * Puts the words into this device's draft of the ticket, behind what is being written there. About a person who was
 * erased nothing is begun any more: what is taken back is gone.
 */
export function keepWords(deps: AttentionDeps, entry: OutboxEntry): GivenBack | null {
  const words = wordsOf(entry)
  if (!words || (entry.customerId !== null && erasedHere(deps.store).has(entry.customerId))) return null
  const { store, clientId, clock, random } = deps
  const { ticketId, mode } = words
  const draft = store.rows
    .many({ table: 'drafts', where: { ticketId }, above: null })
    .find(({ row }) => row['mode'] === mode && row['clientId'] === clientId)?.row
  const earlier = typeof draft?.['body'] === 'string' ? draft['body'] : ''
  const body = earlier === '' || earlier === words.body ? words.body : `${earlier}\n\n${words.body}`
  const seenUpToSeq = Number(
    draft?.['seenUpToSeq'] ?? (entry.args as { seenUpToSeq?: number }).seenUpToSeq ?? 0,
  )
  const files = joined(draft?.['files'], words.files)
  const draftId = typeof draft?.['id'] === 'string' ? draft['id'] : newId(clock.now(), random)
  mutate(deps, {
    name: 'draft.save',
    args: {
      draftId,
      clientId,
      ticketId,
      mode,
      body,
      to: words.to,
      cc: words.cc,
      seenUpToSeq,
      files: files,
    },
  })
  return { ...words, files, draftId }
}

/** Files of both, each once. */
function joined(kept: unknown, given: readonly DraftFile[]): DraftFile[] {
  const earlier = DraftFiles.safeParse(kept).data ?? []
  return [...earlier, ...given.filter(({ id }) => earlier.every(file => file.id !== id))]
}
