import type { z } from 'zod'

/** What a window remembers for itself: tabs, last choices. Never rows, never words. */
export function readKept<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    const raw = localStorage.getItem(key)
    if (raw === null) return null
    const parsed = schema.safeParse(JSON.parse(raw))
    return parsed.success ? parsed.data : null
  } catch {
    // No storage, or not JSON: nothing was remembered.
    return null
  }
}

export function writeKept(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or forbidden storage only costs the convenience.
  }
}
