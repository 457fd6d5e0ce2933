import type { Events } from '../../shared/contract/events.ts'
import type { InternalEvents, Tokens } from '../../shared/contract/internal.ts'
import type { SyncPhase } from '../../shared/contract/sync.ts'
import type { Broadcast } from '../ipc/broadcast.ts'
import type { DataEvent } from '../data-process/supervisor.ts'
import type { AppEvents } from './app-events.ts'
import type { Session } from './session.ts'

/** What main remembers of what the data process told. */
export type DataFacts = { node: string | null; waiting: number; isSending: boolean }

/** Work or rows are on their way. */
const MOVING: ReadonlySet<SyncPhase['state']> = new Set(['filling', 'pushing', 'pulling'])

export type DataEventDeps = {
  readonly facts: DataFacts
  readonly session: Session
  readonly broadcast: Broadcast
  readonly heard: AppEvents
}

/** Both ends are our own processes: payloads have the shapes that the contract gives them. */
export const takeDataEvents =
  ({ facts, session, broadcast, heard }: DataEventDeps) =>
  (name: DataEvent, payload: unknown): void => {
    switch (name) {
      case 'data.ready':
        facts.node = (payload as InternalEvents['data.ready']).node
        return
      case 'data.fatal':
        return session.fail((payload as InternalEvents['data.fatal']).code)
      case 'data.tokensChanged':
        return void session.takeTokens(payload as Tokens)
      case 'key.progressed':
        return broadcast(name, payload as Events['key.progressed'])
      case 'presence.changed':
        return broadcast(name, payload as Events['presence.changed'])
      case 'colleagues.changed':
        return broadcast(name, payload as Events['colleagues.changed'])
      case 'board.changed':
        return broadcast(name, payload as Events['board.changed'])
      case 'arrivals':
        return heard.tell(name, payload as InternalEvents['arrivals'])
      case 'reminders.due':
        return broadcast(name, payload as Events['reminders.due'])
      case 'data.changed':
        return broadcast(name, payload as Events['data.changed'])
      case 'sync.changed': {
        const status = payload as Events['sync.changed']
        facts.waiting = status.waiting
        facts.isSending = MOVING.has(status.phase.state)
        return broadcast(name, status)
      }
    }
  }
