import { fieldOf, isFieldName, OPS, SAVED_SORTS, wantsNothing, wantsNumber } from './fields.ts'
import type { Field } from './fields.ts'
import type { Condition, ViewBody, ViewRule } from './rule.ts'

/**
 * Why a condition cannot be evaluated. 'unknown': a field, operator or value this version does not have. 'empty': it
 * asks for nothing yet.
 */
export type ConditionProblem = 'unknown' | 'empty'

/** Longest time a view can ask for: ten years, in minutes. */
const MOST_MINUTES = 5_256_000

/** Times and amounts are whole; what a form asks for may have decimals. */
const isNumberOf = (type: Field['type'], value: string | number | undefined): boolean =>
  typeof value === 'number' &&
  (type === 'own'
    ? Math.abs(value) <= Number.MAX_SAFE_INTEGER
    : Number.isSafeInteger(value) && Math.abs(value) <= MOST_MINUTES)

function valuesProblem({ op, values }: Condition, { type, oneOf, special }: Field): ConditionProblem | null {
  if (wantsNothing(op)) return null
  if (values.length === 0) return 'empty'
  if (wantsNumber(op)) {
    const [value] = values
    return values.length === 1 && isNumberOf(type, value) ? null : 'unknown'
  }
  const isKnown = (value: string | number): boolean =>
    typeof value === 'string' &&
    (special.includes(value) || (oneOf === null ? !value.startsWith('@') : oneOf.includes(value)))
  return values.every(isKnown) ? null : 'unknown'
}

/** What is wrong with a condition; null when it can be evaluated. */
export function problemOf(condition: Condition): ConditionProblem | null {
  if (!isFieldName(condition.field)) return 'unknown'
  const field = fieldOf(condition.field)
  const ops: readonly string[] = OPS[field.type]
  return ops.includes(condition.op) ? valuesProblem(condition, field) : 'unknown'
}

const conditionsOf = ({ groups }: ViewRule): readonly Condition[] =>
  groups.flatMap(({ conditions }) => conditions)

/** Fields this version cannot evaluate, each once; empty when the rule can be. */
export function unknownFields(rule: ViewRule): readonly string[] {
  return [
    ...new Set(
      conditionsOf(rule)
        .filter(condition => problemOf(condition) === 'unknown')
        .map(({ field }) => field),
    ),
  ]
}

/** Whether a rule can be evaluated as it stands: nothing unknown, nothing half written. */
export const isSound = (rule: ViewRule): boolean =>
  conditionsOf(rule).every(condition => problemOf(condition) === null)

/** What this version does not understand of a view as it is kept; empty when it can be shown. */
export function unknownParts({ rule, sort }: ViewBody): readonly string[] {
  const isSortKnown = (SAVED_SORTS as readonly string[]).includes(sort)
  return isSortKnown ? unknownFields(rule) : [...unknownFields(rule), sort]
}

/** Whether rows enter or leave by the passing of time alone. */
export const isTimed = (rule: ViewRule): boolean =>
  conditionsOf(rule).some(({ op }) => ['longer', 'shorter', 'late', 'within'].includes(op))
