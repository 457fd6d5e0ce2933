import type { Call, DeskBridge, MethodName, Output } from '../shared/contract/index.ts'
import type { EventName, Events } from '../shared/contract/events.ts'
import { fromWireError } from '../shared/errors.ts'

declare global {
  interface Window {
    readonly desk: DeskBridge
  }
}

/** Asks main or the data process. Rejects with an AppError, never with anything else. */
async function call<Name extends MethodName>(name: Name, input: Call<Name>): Promise<Output<Name>> {
  const reply = await window.desk.call(name, input)
  if (reply.ok) return reply.value as Output<Name>
  throw fromWireError(reply.error)
}

/** Listens to one event; the returned function stops it. */
function on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
  return window.desk.on(name, payload => listener(payload as Events[Name]))
}

/** The window's only door. */
export const desk = { call, on } as const
