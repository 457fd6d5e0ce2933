import { z } from 'zod'
import { mayAskFor } from '../rules/guests/what-guests-may.ts'
import type { Actor, AnyMutation, Change, Conflict, LoadedRows, MutationContext, Reads } from './define.ts'

export type Decision =
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'gone'; readonly table: string; readonly id: string }
  | { readonly kind: 'rejected'; readonly code: 'bad-request' | 'not-allowed' | 'guest-may-not' }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }

/** The first row a mutation must have and has not, or null. Rows as loaded by name of the read. */
export function firstMissing(
  reads: Reads,
  rows: LoadedRows,
): { readonly table: string; readonly id: string } | null {
  for (const [name, read] of Object.entries(reads)) {
    if (read.how === 'one' && (rows[name] ?? null) === null) return { table: read.table, id: read.id }
  }
  return null
}

export type DecideInput = {
  readonly mutation: AnyMutation
  readonly args: unknown
  /** All reads of both steps, merged. */
  readonly reads: Reads
  readonly rows: LoadedRows
  readonly context: MutationContext
}

/**
 * Says what an intent does to the rows as they are: changes, or why not. The order is fixed: gone, not allowed,
 * conflict, changes. Laptops skip conflicts (only the hub knows what stands); they ask for `predict`.
 */
export function decide({ mutation, args, reads, rows, context }: DecideInput): Decision {
  const missing = firstMissing(reads, rows)
  if (missing) return { kind: 'gone', ...missing }
  const typed = rows as never
  if (!mayAskFor(context.actor.role, mutation.name)) return { kind: 'rejected', code: 'guest-may-not' }
  if (!mutation.may(context.actor, typed, args)) return { kind: 'rejected', code: 'not-allowed' }
  const conflict = context.side === 'hub' ? mutation.conflict(typed, args, context) : null
  if (conflict) return { kind: 'conflict', conflict }
  return { kind: 'changes', changes: mutation.plan(typed, args, context) }
}

/** Parses arguments as the mutation wants them; null when they do not fit. */
export function parseArgs(mutation: AnyMutation, raw: unknown): { readonly args: unknown } | null {
  const parsed = z.safeParse(mutation.args, raw)
  return parsed.success ? { args: parsed.data } : null
}

const FNV_PRIME = 0x01000193
function fnv(text: string, seed: number): number {
  let hash = seed >>> 0
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME) >>> 0
  return hash
}

/** Id of the n-th row a mutation makes by itself: a UUIDv7 with the mutation's time, the rest from id and index (FNV-1a). */
export function derivedIdOf(mutationId: string): (index: number) => string {
  return index => {
    const text = `${mutationId}:${index}`
    const part = (seed: number): string => fnv(text, seed).toString(16).padStart(8, '0')
    const [a, b, c] = [part(0x811c9dc5), part(0x9747b28c), part(0x5bd1e995)]
    const variant = ((Number.parseInt(b.slice(0, 1), 16) & 0x3) | 0x8).toString(16)
    return `${mutationId.slice(0, 13)}-7${a.slice(0, 3)}-${variant}${b.slice(1, 4)}-${a.slice(3, 7)}${c}`
  }
}

export type { Actor }
