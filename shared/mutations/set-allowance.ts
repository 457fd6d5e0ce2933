import { z } from 'zod'
import { allowanceId } from '../domain/cases.ts'
import { ROLES } from '../domain/values.ts'
import { ALLOWANCE_PARTS, limitsOf } from '../rules/cases/allowance.ts'
import type { Limits } from '../rules/cases/allowance.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { Currency, Minor } from './parts/cases.ts'
import { conflictOf } from './parts/conflicts.ts'

const LimitArgs = z.strictObject({
  returnMinor: Minor.nullable(),
  correctionMinor: Minor.nullable(),
  goodwillMinor: Minor.nullable(),
  goodwillMonthMinor: Minor.nullable(),
})
type Asked = { readonly limits: Limits; readonly seen: Limits }

/** What the supervisor changed, over what stands: a part nobody here touched stays as it is. */
function wanted({ limits, seen }: Asked, theirs: Limits): Limits {
  const part = (name: (typeof ALLOWANCE_PARTS)[number]): number | null =>
    limits[name] === seen[name] ? theirs[name] : limits[name]
  return {
    returnMinor: part('returnMinor'),
    correctionMinor: part('correctionMinor'),
    goodwillMinor: part('goodwillMinor'),
    goodwillMonthMinor: part('goodwillMonthMinor'),
  }
}

/**
 * What people of a role may give away alone, in one currency. Nobody but administrators sets the limits of supervisors
 * and administrators. Asks when somebody else has set them since.
 */
export const setAllowance = defineMutation({
  name: 'allowance.set',
  args: z.strictObject({ role: z.enum(ROLES), currency: Currency, limits: LimitArgs, seen: LimitArgs }),
  reads: ({ role, currency }) => ({ allowance: maybe('allowances', allowanceId(role, currency)) }),
  may: (actor, _rows, { role }) =>
    isAutomation(actor) || actor.role === 'admin' || (maySupervise(actor.role) && role === 'agent'),
  plan: ({ allowance }, args, { nowMs }) => {
    const { role, currency } = args
    const limits = wanted(args, limitsOf(args, allowance ? [allowance] : []))
    if (!allowance)
      return [
        insert('allowances', {
          ...limits,
          id: allowanceId(role, currency),
          role,
          currency,
          updatedAtMs: nowMs,
        }),
      ]
    if (patchChanged('allowances', allowance, limits).length === 0) return []
    return patchChanged('allowances', allowance, { ...limits, updatedAtMs: nowMs })
  },
  conflict: ({ allowance }, args) => {
    const theirs = limitsOf(args, allowance ? [allowance] : [])
    const on = { table: 'allowances', id: allowanceId(args.role, args.currency) } as const
    return conflictOf(
      'changed-since',
      ALLOWANCE_PARTS.filter(field => args.limits[field] !== args.seen[field]).map(field => ({
        ...on,
        field,
        seen: args.seen[field],
        mine: args.limits[field],
        theirs: theirs[field],
      })),
    )
  },
  describe: ({ role, currency }) => ({ key: 'describe.setAllowance', values: { role, currency } }),
  insist: ({ allowance }, args) => {
    const theirs = limitsOf(args, allowance ? [allowance] : [])
    return { ...args, limits: wanted(args, theirs), seen: partsOf(theirs) }
  },
  invert: ({ allowance }, args) => ({
    name: 'allowance.set',
    args: { ...args, limits: partsOf(limitsOf(args, allowance ? [allowance] : [])), seen: args.limits },
  }),
})

/** Only the limits, of a row that has more. Below zero is nothing: a row of another version may say so. */
const partsOf = (row: Limits): Limits => {
  const part = (value: number | null): number | null => (value === null ? null : Math.max(0, value))
  return {
    returnMinor: part(row.returnMinor),
    correctionMinor: part(row.correctionMinor),
    goodwillMinor: part(row.goodwillMinor),
    goodwillMonthMinor: part(row.goodwillMonthMinor),
  }
}
