import type { Fields } from '../domain/values.ts'

/** Values of one team rule: numbers and switches. */
export type RuleValues = Readonly<Record<string, number | boolean>>
/** How far a number may go. Switches have no limits. */
export type RuleLimits = Readonly<Record<string, readonly [least: number, most: number]>>

/** Ready for use whatever was stored: what is missing or of another type is as it comes, numbers are kept within limits. */
export function readRule<Values extends RuleValues>(
  content: Fields | null,
  defaults: Values,
  limits: RuleLimits,
): Values {
  const read = ([key, standard]: [string, number | boolean]): [string, number | boolean] => {
    const value = content?.[key]
    if (typeof value === 'boolean' && typeof standard === 'boolean') return [key, value]
    if (typeof value !== 'number' || typeof standard !== 'number' || !Number.isFinite(value))
      return [key, standard]
    const [least, most] = limits[key] ?? [0, Number.MAX_SAFE_INTEGER]
    return [key, Math.min(most, Math.max(least, value))]
  }
  return Object.fromEntries(Object.entries(defaults).map(read)) as Values
}
