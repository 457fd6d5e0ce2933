/**
 * The score that a key chooses on a scale of [least, most]; null for a key that chooses none. The arrows go on from the
 * score so far and stay on the scale; a digit is itself, and behind a 1 the second digit of a ten.
 */
export function scoreByKey(
  key: string,
  score: number | null,
  [least, most]: readonly [number, number],
): number | null {
  const on = (value: number): number => Math.min(most, Math.max(least, value))
  if (key === 'ArrowRight' || key === 'ArrowDown') return on((score ?? least - 1) + 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') return on((score ?? most + 1) - 1)
  if (key === 'Home') return least
  if (key === 'End') return most
  if (!/^\d$/u.test(key)) return null
  const digit = Number(key)
  if (score === 1 && 10 + digit <= most) return 10 + digit
  return digit >= least && digit <= most ? digit : null
}
