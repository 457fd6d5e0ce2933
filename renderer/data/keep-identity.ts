type Keyed = { readonly id?: unknown; readonly ticketId?: unknown }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const keyOf = (value: unknown): string | null => {
  if (!isObject(value)) return null
  const { id, ticketId } = value as Keyed
  const key = id ?? ticketId
  return typeof key === 'string' ? key : null
}

function keepArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byKey = new Map<string, unknown>()
  for (const item of previous) {
    const key = keyOf(item)
    if (key !== null) byKey.set(key, item)
  }
  const merged = next.map((item, index) => {
    const key = keyOf(item)
    return keepIdentity(key === null ? previous[index] : byKey.get(key), item)
  })
  const isSame = merged.length === previous.length && merged.every((item, index) => item === previous[index])
  return isSame ? previous : merged
}

/**
 * The new value, with every part that did not change taken from the old one, so that unchanged rows are not
 * painted again. Rows are matched by `id` or `ticketId`, other values by place. Values are plain JSON or bytes.
 */
export function keepIdentity<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next
  if (Array.isArray(previous) && Array.isArray(next)) return keepArray(previous, next) as T
  if (!isObject(previous) || !isObject(next) || Array.isArray(previous) || Array.isArray(next)) return next
  if (ArrayBuffer.isView(next)) return next
  const keys = Object.keys(next)
  const merged = keys.map((key): readonly [string, unknown] => [
    key,
    Object.hasOwn(previous, key) ? keepIdentity(previous[key], next[key]) : next[key],
  ])
  const isSame =
    keys.length === Object.keys(previous).length &&
    merged.every(([key, value]) => Object.hasOwn(previous, key) && value === previous[key])
  // A key may be "__proto__", which an assignment would not make a key.
  return (isSame ? previous : Object.fromEntries(merged)) as T
}
