import type { Events } from '../../shared/contract/events.ts'
import type { InternalEvents } from '../../shared/contract/internal.ts'

/** What main's own parts can hear: all that windows hear, and the news that only main shows. */
export type HeardEvents = Events & Pick<InternalEvents, 'arrivals'>
export type HeardName = keyof HeardEvents

export type AppEvents = {
  readonly tell: <Name extends HeardName>(name: Name, payload: HeardEvents[Name]) => void
  readonly on: <Name extends HeardName>(name: Name, listener: (payload: HeardEvents[Name]) => void) => void
}

/** Tray, badge and notifications follow what happens without knowing who tells it. They live as long as the app. */
export function createAppEvents(): AppEvents {
  const listeners = new Map<HeardName, ((payload: never) => void)[]>()
  return {
    tell: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
    on: (name, listener) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
    },
  }
}
