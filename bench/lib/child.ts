import { fileURLToPath } from 'node:url'
import { end, start } from '../../scripts/lib/processes.mjs'

/** A helper of a bench in a process of its own, which answers orders by name. */
export type Child = {
  readonly pid: number
  readonly order: (name: string, input?: unknown) => Promise<unknown>
  readonly stop: () => Promise<void>
}
type Told =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

/** Starts a script of this folder that calls `serveOrders`. What waits when it ends is told so. */
export function startChild(script: string, args: readonly string[] = []): Child {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const started = start(script, [process.execPath, path, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { child, exited } = started
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  child.on('message', (told: Told) => {
    const call = waiting.get(told.id)
    waiting.delete(told.id)
    if (told.kind === 'answer') call?.resolve(told.value)
    else call?.reject(new Error(`${script}: ${told.reason}`))
  })
  void exited.then(code => {
    for (const call of waiting.values()) call.reject(new Error(`${script} ended with ${code}`))
  })
  return {
    pid: child.pid ?? 0,
    order: (name, input = null) =>
      new Promise((resolve, reject) => {
        const id = nextId
        nextId += 1
        waiting.set(id, { resolve, reject })
        child.send({ id, name, input })
      }),
    stop: () => end(started),
  }
}
