import {
  fieldNames,
  fieldOf,
  isFieldName,
  isOwnField,
  OPS,
  ownKey,
  wantsNothing,
  wantsNumber,
} from '../../../shared/rules/saved-views/fields.ts'
import type { AnyField, OwnField } from '../../../shared/rules/saved-views/fields.ts'
import { formFieldOf } from '../../lib/form-labels.ts'
import { typeOf } from '../../../shared/rules/forms/ticket-fields.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'

/** Four hours: what "waiting long" means before anybody says otherwise. */
const USUAL_MINUTES = 240

const usualValues = (op: string): Condition['values'] =>
  wantsNumber(op) && op !== 'under' && op !== 'over' ? [USUAL_MINUTES] : []

/** Of a field of a form what fits what it holds; one whose form is gone can still be asked for by its words. */
function ownOps(field: OwnField): readonly string[] {
  const form = formFieldOf(ownKey(field))
  return form !== null && typeOf(form) === 'number'
    ? ['over', 'under', 'any', 'none', 'set', 'unset']
    : OPS.own.filter(op => op !== 'over' && op !== 'under')
}

/** A condition about a field as it begins: its usual operator, nothing chosen yet. */
export function newCondition(field: AnyField): Condition {
  const [op = 'any'] = opsOf(field)
  return { field, op, values: usualValues(op) }
}

/** The same condition with another operator; values stay where they still mean something. */
export function withOp(condition: Condition, op: string): Condition {
  const { op: before, values, field } = condition
  const isSameShape = wantsNumber(before) === wantsNumber(op) && !wantsNothing(before) && !wantsNothing(op)
  return { field, op, values: isSameShape ? values : wantsNothing(op) ? [] : usualValues(op) }
}

export const opsOf = (field: string): readonly string[] =>
  isOwnField(field) ? ownOps(field) : isFieldName(field) ? OPS[fieldOf(field).type] : []

/** Fields by what they are about, in the order they are offered. */
export const fieldGroups = (['thread', 'ticket', 'customer'] as const).map(subject => ({
  subject,
  fields: fieldNames.filter(name => fieldOf(name).subject === subject),
}))
