import { createHash } from 'node:crypto'
import type { Finding } from './problems.ts'

export const digestOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256')
  // The length before each part keeps "ab"+"c" apart from "a"+"bc".
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}

function badTextIn(
  value: unknown,
  path: string,
): { readonly path: string; readonly code: 'nul' | 'encoding' } | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { path, code: 'nul' }
    return value.isWellFormed() ? null : { path, code: 'encoding' }
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = badTextIn(inner, path === '' ? key : `${path}.${key}`)
    if (found) return found
  }
  return null
}

/** Characters that no database keeps: zero bytes, halves of characters, and bytes that were not UTF-8. */
export function textProblem(record: unknown, raw: string, hasBrokenBytes: boolean): Finding | null {
  const bad = badTextIn(record, '')
  if (bad?.code === 'nul') {
    return {
      column: bad.path,
      code: 'nul',
      reason: 'holds a zero byte',
      advice: 'Take the zero byte out of the text.',
    }
  }
  if (bad) {
    return {
      column: bad.path,
      code: 'encoding',
      reason: 'holds half a character (lone surrogate)',
      advice: 'Export the text again as UTF-8.',
    }
  }
  if (!hasBrokenBytes || !raw.includes('\uFFFD')) return null
  return {
    column: null,
    code: 'encoding',
    reason: 'holds bytes that are not UTF-8',
    advice: 'Save the file as UTF-8, or correct this row.',
  }
}
