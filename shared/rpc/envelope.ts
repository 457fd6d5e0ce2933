import type { WireError } from '../errors.ts'

/** What travels through a port. Both ends are our own processes, so shapes are checked and contents are not. */
export type Request = {
  readonly kind: 'request'
  readonly id: number
  readonly method: string
  readonly input: unknown
}
/** The caller does not wait any more; the answer, if one comes, is dropped. */
export type Cancel = { readonly kind: 'cancel'; readonly id: number }
export type Answer =
  | { readonly kind: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: false; readonly error: WireError }
export type Event = { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
export type Envelope = Request | Cancel | Answer | Event

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The message as an envelope, or null for anything else: other traffic may share a port. */
export function toEnvelope(message: unknown): Envelope | null {
  if (!isRecord(message)) return null
  const { kind, id, method, name, ok } = message
  switch (kind) {
    case 'request':
      return typeof id === 'number' && typeof method === 'string' ? (message as Request) : null
    case 'cancel':
      return typeof id === 'number' ? (message as Cancel) : null
    case 'answer':
      return typeof id === 'number' && typeof ok === 'boolean' ? (message as Answer) : null
    case 'event':
      return typeof name === 'string' ? (message as Event) : null
    default:
      return null
  }
}
