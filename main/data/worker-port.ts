import type { MessagePort, Worker } from 'node:worker_threads'
import type { Port } from '../../shared/rpc/port.ts'

/** A thread seen from the one that started it. */
export function portOfWorker(worker: Worker): Port {
  let isGone = false
  worker.once('exit', () => {
    isGone = true
  })
  return {
    post: message => worker.postMessage(message),
    onMessage: listener => void worker.on('message', listener),
    onClose: listener => {
      if (isGone) listener()
      else worker.once('exit', listener)
    },
    close: () => void worker.terminate(),
  }
}

/** The thread that started this one. */
export function portOfParent(parent: MessagePort): Port {
  return {
    post: message => parent.postMessage(message),
    onMessage: listener => void parent.on('message', listener),
    onClose: listener => void parent.once('close', listener),
    close: () => parent.close(),
  }
}
