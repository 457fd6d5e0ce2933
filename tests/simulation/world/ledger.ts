import { BACKUP_HORIZON_MS } from '../../../shared/protocol/version.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { Broken } from './invariants.ts'

export type Given = {
  readonly clientId: string
  readonly laptop: number
  mutationId: string
  readonly name: string
  readonly atMs: number
  /** Taken back by the agent, or joined by a later edit that carries it on. */
  isSettled: boolean
}

/** Everything agents asked for, and where it must be found at any time. */
export class IntentLedger {
  private readonly given = new Map<string, Given>()
  private readonly takenBack = new Set<string>()

  give(intent: Omit<Given, 'isSettled'>): void {
    const known = this.given.get(intent.mutationId)
    if (!known) this.given.set(intent.mutationId, { ...intent, isSettled: false })
  }

  settle(mutationId: string): void {
    const given = this.given.get(mutationId)
    if (given) given.isSettled = true
  }

  /** "Send again" gives the intent a new id under its old place. */
  rename(from: string, to: string): void {
    const given = this.given.get(from)
    if (!given) return
    this.given.delete(from)
    this.given.set(to, { ...given, mutationId: to })
  }

  /** Each intent is in the outbox, visibly parked there, kept for a restore, or decided on the hub. Nothing vanishes. */
  check(laptop: number, disk: LaptopDisk, hub: HubState): void {
    for (const given of this.given.values()) {
      if (given.laptop !== laptop || given.isSettled) continue
      const { mutationId, clientId } = given
      if (disk.outbox.has(mutationId) || disk.done.has(mutationId)) continue
      if (hub.receipts.has(`${clientId}:${mutationId}`)) continue
      throw new Broken('an intent is on the laptop or on the hub', { mutationId, name: given.name })
    }
  }

  /** At the end: decided on the hub as done, or parked where the agent sees it. */
  checkSettled(
    laptop: number,
    disk: LaptopDisk,
    { hub, nowMs }: { readonly hub: HubState; readonly nowMs: number },
  ): void {
    for (const given of this.given.values()) {
      if (given.laptop !== laptop || given.isSettled || given.atMs < nowMs - BACKUP_HORIZON_MS) continue
      const entry = disk.outbox.get(given.mutationId)
      if (entry?.state === 'parked') continue
      const receipt = hub.receipts.get(`${given.clientId}:${given.mutationId}`)
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
  takeBack(clientId: string, mutationId: string): void {
    this.settle(mutationId)
    this.takenBack.add(`${clientId}:${mutationId}`)
  }

  /** What was taken back has not left; what rests in its undo window has not left yet. */
  checkHeld(
    disk: LaptopDisk,
    { hub, nowMs }: { readonly hub: HubState; readonly nowMs: number | null },
  ): void {
    for (const receipt of this.takenBack)
      if (hub.receipts.has(receipt)) throw new Broken('what was taken back never leaves', { receipt })
    for (const { mutationId, heldUntilMs, wasSent } of disk.outbox.values())
      if (nowMs !== null && wasSent && (heldUntilMs ?? 0) > nowMs)
        throw new Broken('nothing leaves within its undo window', { mutationId, heldUntilMs, nowMs })
  }

  count(): number {
    return this.given.size
  }
}
