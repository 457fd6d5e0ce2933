import type { Pin } from '../../domain/portrait.ts'

/** Lines at the top of a card; the rest is one key away. */
export const PINS_SHOWN = 3
/** Each stands on one line. */
export const MOST_PIN_LETTERS = 300

/** Pins that hold now: alerts first, then the newest. */
export const pinsNow = <P extends Pick<Pin, 'id' | 'tone' | 'untilMs' | 'pinnedAtMs'>>(
  pins: readonly P[],
  nowMs: number,
): readonly P[] =>
  pins
    .filter(({ untilMs }) => untilMs === null || untilMs > nowMs)
    .toSorted(
      (a, b) =>
        Number(b.tone === 'alert') - Number(a.tone === 'alert') ||
        b.pinnedAtMs - a.pinnedAtMs ||
        (a.id < b.id ? -1 : 1),
    )
