import type { RpcClient } from '../../shared/rpc/client.ts'

/** Memory that two threads see: how many requests wait for the one that works, which reads no message meanwhile. */
export type WaitingRoom = {
  readonly memory: SharedArrayBuffer
  readonly enter: () => void
  readonly leave: () => void
}

export function createWaitingRoom(): WaitingRoom {
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const count = new Int32Array(memory)
  return {
    memory,
    enter: () => void Atomics.add(count, 0, 1),
    leave: () => void Atomics.sub(count, 0, 1),
  }
}

/** Read by the thread that works: true while a request waits or is being answered. */
export function waitingIn(memory: SharedArrayBuffer): () => boolean {
  const count = new Int32Array(memory)
  return () => Atomics.load(count, 0) > 0
}

/** A client whose calls count as waiting from when they are made until they are settled. */
export function counted(room: Pick<WaitingRoom, 'enter' | 'leave'>, client: RpcClient): RpcClient {
  return {
    ...client,
    call: async (method, input, options) => {
      room.enter()
      try {
        return await client.call(method, input, options)
      } finally {
        room.leave()
      }
    },
  }
}
