import { contextBridge, ipcRenderer } from 'electron'
import { eventNames } from '../shared/contract/events.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './ipc/channels.ts'

type Listener = (payload: unknown) => void
const listeners = new Map<string, Set<Listener>>(eventNames.map(name => [name, new Set()]))

ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload)
})

/** All a window gets. Neither Electron's event object nor a channel name ever reaches the page. */
contextBridge.exposeInMainWorld('desk', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  on: (name: unknown, listener: Listener): (() => void) => {
    const known = listeners.get(String(name))
    if (!known) throw new Error('Unknown event')
    known.add(listener)
    return () => {
      known.delete(listener)
    }
  },
})
