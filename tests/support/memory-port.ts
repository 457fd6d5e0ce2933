import type { Port } from '../../shared/rpc/port.ts'

/** Two ports joined in memory: messages are cloned and arrive on a later turn, as between processes. */
export function memoryPortPair(): readonly [Port, Port] {
  let isOpen = true
  const closers = new Set<() => void>()
  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    for (const listener of closers) queueMicrotask(listener)
  }
  const end = (own: Set<(message: unknown) => void>, far: Set<(message: unknown) => void>): Port => ({
    post: message => {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => {
        if (isOpen) for (const listener of far) listener(copy)
      })
    },
    onMessage: listener => void own.add(listener),
    onClose: listener => {
      if (isOpen) closers.add(listener)
      else queueMicrotask(listener)
    },
    close,
  })
  const left = new Set<(message: unknown) => void>()
  const right = new Set<(message: unknown) => void>()
  return [end(left, right), end(right, left)]
}
