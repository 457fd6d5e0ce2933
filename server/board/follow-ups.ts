import type { BoardMeasures } from '../../shared/protocol/board.ts'
import { coverageOf, followedUp } from '../../shared/rules/experience/follow-up-coverage.ts'
import { followUpRate } from '../../shared/rules/experience/follow-up-kept.ts'
import type { FollowUpFact, KindMask, PainFact } from './facts.ts'
import { SUPPORT } from './facts.ts'

export const FOLLOW_UP_PERIOD_MS = 30 * 86_400_000

/** Whether service came back to customers: when it was due, and after what hurt them. */
export class FollowUps {
  readonly #followUps = new Map<string, FollowUpFact>()
  readonly #pains = new Map<string, PainFact>()

  put(followUp: FollowUpFact): void {
    this.#followUps.set(followUp.id, followUp)
  }

  remove(id: string): void {
    this.#followUps.delete(id)
  }

  putPain(pain: PainFact): void {
    this.#pains.set(pain.id, pain)
  }

  removePain(id: string): void {
    this.#pains.delete(id)
  }

  forget(nowMs: number): void {
    const fromMs = nowMs - FOLLOW_UP_PERIOD_MS
    for (const [id, { dueAtMs }] of this.#followUps) if (dueAtMs <= fromMs) this.#followUps.delete(id)
    for (const [id, { atMs }] of this.#pains) if (atMs <= fromMs) this.#pains.delete(id)
  }

  /** Following up is service work; what was painful is of both panes. `personOf`: the one record of a person. */
  measures(
    nowMs: number,
    kind: KindMask,
    personOf: (customerId: string) => string,
  ): Required<Pick<BoardMeasures, 'followUps' | 'painful'>> {
    const fromMs = nowMs - FOLLOW_UP_PERIOD_MS
    const asPerson = <T extends { readonly customerId: string }>(row: T) => ({
      ...row,
      personId: personOf(row.customerId),
    })
    const followUps = [...this.#followUps.values()].filter(({ dueAtMs }) => dueAtMs > fromMs).map(asPerson)
    const pains = [...this.#pains.values()].filter(({ atMs }) => atMs > fromMs && atMs <= nowMs)
    const { due, kept } = followUpRate(followUps, { fromMs, toMs: nowMs, nowMs })
    const { covered, missed, open } = coverageOf(followedUp(pains.map(asPerson), followUps), nowMs)
    return { followUps: kind === SUPPORT ? null : { due, kept }, painful: { covered, missed, open } }
  }
}
