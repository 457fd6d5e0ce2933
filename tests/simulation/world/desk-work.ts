import { AppError } from '../../../shared/errors.ts'
import type { Random } from '../../../shared/clock.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import type { Undone } from '../../../main/data/sync/undo.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { nextAct, nextDraft } from './activity.ts'
import { Broken } from './broken.ts'
import { pick } from './choices.ts'
import type { Desk } from './desk.ts'
import { isAboutErased } from './erasure.ts'
import type { Laptop } from './laptop.ts'
import { nextOwnLimit } from './limits.ts'
import { IntentLedger } from './ledger.ts'

/** Undo window of a reply. */
const HOLD_MS = 10_000

export type DeskDeps = {
  readonly random: Random
  readonly teamIds: readonly string[]
  readonly agentIds: readonly string[]
  readonly tell: (text: string) => void
}

type Draft = {
  readonly ticketId: string
  /** Of the ticket, where this laptop has it. */
  readonly customerId: string | null
  readonly body: string
}

/** What the agent of one laptop does, and what must be true of it afterwards. */
export class DeskWork {
  readonly laptop: Laptop
  readonly ledger: IntentLedger
  /** Bodies of drafts that were saved here, by draft. */
  readonly drafts = new Map<string, Draft>()
  /** Tickets of people who were erased. */
  private readonly ofErased = new Set<string>()
  private readonly erased = new Set<string>()
  private readonly deps: DeskDeps

  constructor(laptop: Laptop, deps: DeskDeps) {
    this.laptop = laptop
    this.deps = deps
    this.ledger = new IntentLedger(laptop.clientId)
  }

  act(): void {
    if (!this.laptop.isOn()) return
    const { random } = this.deps
    const intents = nextAct(this.desk())
    if (intents.length === 0) return
    const isReply = intents.some(intent => intent.name === 'ticket.reply')
    this.perform(intents, isReply && random() < 0.5 ? HOLD_MS : 0)
  }

  /** The agent fetches a customer from beyond the scope, lets one go, or wants less here. */
  limit(customerIds: readonly string[]): void {
    if (!this.laptop.isOn()) return
    const intent = nextOwnLimit(this.desk(), customerIds)
    if (intent) this.perform([intent], 0)
  }

  private perform(intents: readonly Intent[], holdMs: number): boolean {
    const { laptop, ledger } = this
    const acted = laptop.act(intents, holdMs)
    const names = intents.map(({ name }) => name).join(' + ')
    if (acted === 'died' || 'refused' in acted) {
      this.deps.tell(`the agent: ${names}, ${acted === 'died' ? 'and the process ends' : acted.refused}`)
      return false
    }
    this.deps.tell(`the agent: ${names}${holdMs > 0 ? ', held' : ''} (${acted.ids.join(' ')})`)
    acted.ids.forEach((mutationId, place) => {
      const name = intents[place]?.name ?? ''
      // Each save of a draft takes the place of the one before: drafts have a promise of their own.
      if (!name.startsWith('draft.')) ledger.give({ mutationId, name })
    })
    return true
  }

  draft(): void {
    if (!this.laptop.isOn()) return
    const intent = nextDraft(this.desk())
    if (!intent) return
    const { draftId, ticketId, body } = intent.args as {
      readonly draftId: string
      readonly ticketId: string
      readonly body: string
    }
    const isDone = this.perform([intent], 0)
    if (intent.name === 'draft.discard') this.drafts.delete(draftId)
    else if (isDone) this.promiseDraft(draftId, { ticketId, body })
    // The process ended while it was saved: whether it was, nobody was told.
    else if (!this.laptop.isOn()) this.drafts.delete(draftId)
  }

  /** The agent takes something back that was done here, whatever has become of it. */
  undo(): void {
    const { laptop, ledger } = this
    if (!laptop.isOn()) return
    const { outbox, done } = laptop.disk.look()
    const open = new Map(outbox)
    const entry = pick(
      this.deps.random,
      [...outbox.values(), ...done.values()].filter(each => !each.isQuiet),
    )
    const undone = entry && laptop.undo(entry.mutationId)
    if (!undone) return
    this.deps.tell(`the agent takes back ${entry.name} ${entry.mutationId}`)
    if (undone === 'died') {
      const left = laptop.disk.look()
      for (const mutationId of open.keys())
        if (!left.outbox.has(mutationId) && !left.done.has(mutationId)) ledger.settle(mutationId)
      this.drafts.clear()
      return
    }
    this.noteUndone(undone, id => open.get(id)?.state === 'parked')
  }

  private noteUndone(undone: Undone, wasParked: (mutationId: string) => boolean): void {
    const { laptop, ledger } = this
    const left = laptop.disk.look()
    for (const mutationId of undone.takenBack) {
      // One of several edits that became one intent: the intent goes on.
      if (left.outbox.has(mutationId)) continue
      if (wasParked(mutationId)) ledger.settle(mutationId)
      else ledger.takeBack(mutationId)
    }
    for (const mutationId of undone.inverses) ledger.give({ mutationId, name: 'undo' })
    for (const { draftId, ticketId } of undone.words) {
      const body = left.rows.get('drafts')?.get(draftId)?.row['body']
      if (typeof body === 'string') this.promiseDraft(draftId, { ticketId, body })
    }
  }

  /** The agent clears something under Needs attention. */
  decide(): void {
    const { laptop, ledger } = this
    if (!laptop.isOn()) return
    const before = laptop.disk.look()
    const parked = pick(
      this.deps.random,
      [...before.outbox.values()].filter(entry => entry.state === 'parked'),
    )
    if (!parked) return
    const members = [...before.outbox.values()].filter(
      entry =>
        entry.mutationId === parked.mutationId ||
        (parked.groupId !== null && entry.groupId === parked.groupId),
    )
    const places = new Map(members.map(entry => [entry.seq, entry.mutationId]))
    const action =
      pick(this.deps.random, ['retry', 'mine', 'theirs', 'edit', 'discard', 'note'] as const) ?? 'mine'
    this.deps.tell(`the agent decides about ${parked.name} ${parked.mutationId}: ${action}`)
    try {
      laptop.resolve([parked.mutationId], action)
    } catch (error) {
      // Of a person who is being erased nothing new is begun, not even a note: nothing was changed.
      if (error instanceof AppError && members.some(isAboutErased(laptop.disk.store()))) return
      throw error
    }
    const goesAgain =
      (action === 'retry' || action === 'mine') && !members.some(isAboutErased(laptop.disk.store()))
    const left = laptop.disk.look()
    const after = new Map([...left.outbox.values()].map(entry => [entry.seq, entry.mutationId]))
    for (const [seq, mutationId] of places) {
      const renamed = after.get(seq)
      if (renamed === mutationId && laptop.isOn() && goesAgain)
        throw new Broken('what is sent again is new to the hub', { mutationId })
      if (renamed) ledger.rename(mutationId, renamed)
      else ledger.settle(mutationId)
    }
    for (const entry of left.outbox.values())
      // The record of the decision, and a note made of a reply, are intents of their own.
      if (!places.has(entry.seq) && !entry.isQuiet && !before.outbox.has(entry.mutationId))
        ledger.give({ mutationId: entry.mutationId, name: entry.name })
    if (action !== 'edit') return
    for (const [draftId, draft] of this.drafts) {
      const body = left.rows.get('drafts')?.get(draftId)?.row['body']
      // One that may come back as an old backup has it still may.
      if (typeof body === 'string' && draft.body !== '') this.drafts.set(draftId, { ...draft, body })
    }
  }

  /** Weeks have passed, as far as this laptop is concerned. */
  forgetAccepted(): void {
    const { disk } = this.laptop
    const { transaction, outbox } = disk.store()
    transaction('durable', () => outbox.dropDoneBefore(Number.MAX_SAFE_INTEGER))
    this.ledger.forgive(disk.look())
    // A draft the hub had by then may come back as the backup has it; gone it is never.
    for (const [draftId, draft] of this.drafts) this.drafts.set(draftId, { ...draft, body: '' })
  }

  /** Erasing a person is the one thing that may take words away: customer data goes. */
  private promiseDraft(draftId: string, words: Omit<Draft, 'customerId'>): void {
    const ticket = this.laptop.disk.look().rows.get('tickets')?.get(words.ticketId)?.row
    const customerId = typeof ticket?.['customerId'] === 'string' ? ticket['customerId'] : null
    const draft = { ...words, customerId }
    if (!this.isOfErased(draft)) this.drafts.set(draftId, draft)
  }

  private isOfErased({ ticketId, customerId }: Draft): boolean {
    return this.ofErased.has(ticketId) || (customerId !== null && this.erased.has(customerId))
  }

  /** Words about an erased person go, also those written before this laptop has heard of it. */
  forgetDraftsAbout(customerId: string, ticketIds: ReadonlySet<string>): void {
    this.erased.add(customerId)
    for (const id of ticketIds) this.ofErased.add(id)
    for (const [draftId, draft] of this.drafts) if (this.isOfErased(draft)) this.drafts.delete(draftId)
  }

  draftsAreThere(disk: LaptopDisk): void {
    const rows = disk.rows.get('drafts')
    for (const [draftId, draft] of this.drafts) {
      const body = rows?.get(draftId)?.row['body']
      // Words given back are joined to what is there.
      if (typeof body !== 'string' || !body.includes(draft.body))
        throw new Broken('drafts never vanish', { draftId, draft, here: body ?? null })
    }
  }

  private desk(): Desk {
    const { laptop, deps } = this
    return {
      disk: laptop.disk.look(),
      agentId: laptop.agentId,
      clientId: laptop.clientId,
      nowMs: Math.max(0, laptop.nowMs()),
      random: deps.random,
      teamIds: deps.teamIds,
      agentIds: deps.agentIds,
    }
  }
}
