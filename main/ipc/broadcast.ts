import type { Clock } from '../../shared/clock.ts'
import type { ChangedRows, EventName, Events } from '../../shared/contract/events.ts'
import { mergeChanges } from './change-merger.ts'

/** One frame at 60 Hz: a burst of row changes makes a window read once. */
const FRAME_MS = 16

export type Broadcast = <Name extends EventName>(name: Name, payload: Events[Name]) => void
export type BroadcastDeps = {
  readonly clock: Clock
  /** Delivers to every window that shows our page. */
  readonly send: (name: EventName, payload: unknown) => void
}

export function createBroadcast({ clock, send }: BroadcastDeps): Broadcast {
  let pending: ChangedRows | null = null

  const flush = (): void => {
    const tables = pending
    pending = null
    if (tables) send('data.changed', { tables })
  }

  return (name, payload) => {
    if (name !== 'data.changed') return send(name, payload)
    const { tables } = payload as Events['data.changed']
    if (pending === null) clock.after(FRAME_MS, flush)
    pending = mergeChanges(pending ?? {}, tables)
  }
}
