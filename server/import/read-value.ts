import type { ValueSpec } from './map-schema.ts'

/** The value at a path of keys, undefined when a step is missing. A key that itself holds dots wins over the path. */
export function valueAt(record: unknown, path: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined
  if (Object.hasOwn(record, path)) return (record as Record<string, unknown>)[path]
  let value: unknown = record
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}

/** Text of a scalar, trimmed; null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : null
}

/** Shortens at a word, with an ellipsis; never inside a surrogate pair. */
export function shorten(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  const room = line.slice(0, max - 1)
  const space = room.lastIndexOf(' ')
  return `${(space > max / 2 ? room.slice(0, space) : room)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`
}

const firstText = (record: unknown, paths: readonly string[]): string | null => {
  for (const path of paths) {
    const text = textOf(valueAt(record, path))
    if (text !== null) return text
  }
  return null
}

const fill = (template: string, record: unknown): string | null =>
  textOf(template.replace(/\{([^{}]+)\}/g, (_whole, path: string) => textOf(valueAt(record, path)) ?? ''))

/** What a mapping says about one value, read from a record; null when there is nothing. */
export function readValue(record: unknown, spec: ValueSpec | undefined): string | null {
  if (spec === undefined) return null
  if (typeof spec === 'string') return firstText(record, [spec])
  const paths = spec.from === undefined ? [] : typeof spec.from === 'string' ? [spec.from] : spec.from
  const found =
    firstText(record, paths) ??
    (spec.template === undefined ? null : fill(spec.template, record)) ??
    spec.const ??
    null
  const translated = found === null ? null : (spec.values?.[found] ?? found)
  const value = translated ?? spec.default ?? null
  return value !== null && spec.max !== undefined ? shorten(value, spec.max) : value
}

/** The first column a value is read from, to name in a message. */
export function nameOf(spec: ValueSpec | undefined): string | null {
  if (spec === undefined) return null
  if (typeof spec === 'string') return spec
  return typeof spec.from === 'string' ? spec.from : (spec.from?.[0] ?? null)
}
