import { createHash } from 'node:crypto'

/** Time part of ids whose row has no time of its own. */
const NO_TIME_MS = Date.UTC(2020, 0, 1)

/**
 * A UUIDv7 that is the same whenever the same thing is imported: time bits from `atMs`, the rest from SHA-256 over
 * the parts. The parts name workspace, source, kind of row and key.
 */
export function stableId(parts: readonly string[], atMs: number | null): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  const digest = hash.digest('hex')
  const time = Math.max(0, Math.floor(atMs ?? NO_TIME_MS))
    .toString(16)
    .padStart(12, '0')
    .slice(-12)
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
}
