/** Equality of content: databases give JSON back with its keys in an order of their own. */
export function sameContent(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every(
      key => Object.hasOwn(right, key) && sameContent(Reflect.get(left, key), Reflect.get(right, key)),
    )
  )
}
