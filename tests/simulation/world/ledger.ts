import type { OutboxEntry } from '../../../main/data/sync/outbox-store.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { Broken } from './broken.ts'

type Given = {
  readonly mutationId: string
  readonly name: string
}

/** What lies in an outbox says whom it is about. */
type Known = Pick<OutboxEntry, 'mutationId' | 'customerId'>

/** Everything the agent of one laptop asked for, and where it must be found at any time. */
export class IntentLedger {
  private readonly clientId: string
  private readonly given = new Map<string, Given>()
  private readonly takenBack = new Set<string>()
  private settled = new Set<string>()
  /** Whom the intents are about, as far as that was ever seen. */
  private readonly about = new Map<string, string | null>()
  private readonly erased = new Set<string>()
  count = 0

  constructor(clientId: string) {
    this.clientId = clientId
  }

  give(intent: Given): void {
    if (this.given.has(intent.mutationId)) return
    this.count += 1
    this.given.set(intent.mutationId, intent)
  }

  /** Taken back by the agent, or joined by a later edit that carries it on. */
  settle(mutationId: string): void {
    this.given.delete(mutationId)
    this.settled.add(mutationId)
  }

  /** Weeks have passed: what the hub had taken by then is owed to no restored one any more. */
  forgive(disk: LaptopDisk): void {
    for (const mutationId of this.given.keys()) if (!disk.outbox.has(mutationId)) this.settle(mutationId)
  }

  /** "Send again" gives the intent a new id under its old place. */
  rename(from: string, to: string): void {
    const given = this.given.get(from)
    if (!given || from === to) return
    this.given.delete(from)
    this.given.set(to, { ...given, mutationId: to })
  }

  /** A person was erased, on the hub for now: what was accepted about them is owed to no restored one. */
  forgetPerson(customerId: string): void {
    this.erased.add(customerId)
  }

  private learn(entries: Iterable<Known>): void {
    for (const { mutationId, customerId } of entries) this.about.set(mutationId, customerId)
  }

  /** What lies in the outbox although nobody was told: the process ended between its commit and its answer. */
  adopt(disk: LaptopDisk): void {
    for (const { mutationId, name, isQuiet } of disk.outbox.values())
      if (!isQuiet && !this.given.has(mutationId) && !this.settled.has(mutationId))
        this.give({ mutationId, name })
  }

  /** Each intent is in the outbox, visibly parked there, kept for a restore, or decided on the hub. Nothing vanishes. */
  check(disk: LaptopDisk, hub: HubState): void {
    this.learn(disk.outbox.values())
    for (const { mutationId, name } of this.given.values()) {
      if (disk.outbox.has(mutationId) || disk.done.has(mutationId)) continue
      if (hub.receipts.has(`${this.clientId}:${mutationId}`)) continue
      // A hub restored to a time before must not hear of the person again.
      if (this.erased.has(this.about.get(mutationId) ?? '')) {
        this.settle(mutationId)
        continue
      }
      throw new Broken('an intent is on the laptop or on the hub', { mutationId, name })
    }
  }

  /** At the end: decided on the hub as done, or parked where the agent sees it. */
  checkSettled(disk: LaptopDisk, hub: HubState): void {
    for (const given of this.given.values()) {
      const entry = disk.outbox.get(given.mutationId)
      if (entry?.state === 'parked') continue
      const receipt = hub.receipts.get(`${this.clientId}:${given.mutationId}`)
      if (entry || receipt?.verdict.kind !== 'done') {
        throw new Broken('each intent is done once or visibly parked', {
          given,
          entry: entry?.state,
          verdict: receipt?.verdict.kind,
        })
      }
    }
  }

  /** An intent that had never left was taken back: no hub may ever hear of it. */
  takeBack(mutationId: string): void {
    this.settle(mutationId)
    this.takenBack.add(`${this.clientId}:${mutationId}`)
  }

  /** What was taken back has not left; what rests in its undo window has not left yet. */
  checkHeld(disk: LaptopDisk, hub: HubState, nowMs: number | null): void {
    for (const receipt of this.takenBack)
      if (hub.receipts.has(receipt)) throw new Broken('what was taken back never leaves', { receipt })
    if (nowMs === null) return
    for (const { mutationId, heldUntilMs, wasSent } of disk.outbox.values())
      if (wasSent && (heldUntilMs ?? 0) > nowMs)
        throw new Broken('nothing leaves within its undo window', { mutationId, heldUntilMs, nowMs })
  }
}
