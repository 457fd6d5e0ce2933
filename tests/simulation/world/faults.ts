import type { Random } from '../../../shared/clock.ts'

/** How likely each fault is, 0 to 1 for each request unless said otherwise. */
export type Faults = {
  readonly lostRequest: number
  readonly lostAnswer: number
  readonly duplicate: number
  /** Longest delay of one way, ms; delays differ, so requests overtake each other. */
  readonly delayMs: number
  /** A request or an answer that takes minutes: it arrives after its sender has given up. */
  readonly straggler: number
  /** A process of the hub dies inside a transaction, for each operation of one. */
  readonly hubError: number
  readonly lostHint: number
  /** Files that go ahead of a push do not get through. */
  readonly upload: number
}

export const calm: Faults = {
  lostRequest: 0,
  lostAnswer: 0,
  duplicate: 0,
  delayMs: 20,
  straggler: 0,
  hubError: 0,
  lostHint: 0,
  upload: 0,
}

/** Each history has its own weather, and it changes. */
export function weather(random: Random): Faults {
  const some = (most: number): number => (random() < 0.4 ? 0 : random() * most)
  return {
    lostRequest: some(0.3),
    lostAnswer: some(0.3),
    duplicate: some(0.3),
    delayMs: 5 + random() * 3_000,
    straggler: some(0.05),
    hubError: some(0.02),
    lostHint: some(0.5),
    upload: some(0.4),
  }
}
