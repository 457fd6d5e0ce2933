/**
 * A copy of plain data nobody can change, or the value itself when it is such a copy: what was written can be handed
 * out as it is, and a reader that changes it fails there and then. structuredClone took two thirds of a history's time.
 */
export function frozenCopy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const copy = Array.isArray(value) ? value.map(item => frozenCopy<unknown>(item)) : copyRecord(value)
  return Object.freeze(copy) as Value
}

function copyRecord(value: object): object {
  const copy: Record<string, unknown> = { ...value }
  for (const key in copy) copy[key] = frozenCopy(copy[key])
  return copy
}
