import type { Random } from '../../../shared/clock.ts'

/** How likely each fault is, 0 to 1 for each request unless said otherwise. */
export type Faults = {
  readonly lostRequest: number
  readonly lostAnswer: number
  readonly duplicate: number
  /** Longest delay of one way, ms; delays differ, so requests overtake each other. */
  readonly delayMs: number
  /** A transaction of the hub dies before it commits. */
  readonly hubError: number
  readonly lostHint: number
}

export const calm: Faults = {
  lostRequest: 0,
  lostAnswer: 0,
  duplicate: 0,
  delayMs: 20,
  hubError: 0,
  lostHint: 0,
}

/** Each history has its own weather. */
export function weather(random: Random): Faults {
  const some = (most: number): number => (random() < 0.4 ? 0 : random() * most)
  return {
    lostRequest: some(0.3),
    lostAnswer: some(0.3),
    duplicate: some(0.3),
    delayMs: 5 + random() * 3_000,
    hubError: some(0.1),
    lostHint: some(0.5),
  }
}
