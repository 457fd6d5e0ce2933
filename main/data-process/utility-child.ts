import type { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import type { ChildExit, DataChild } from './data-child.ts'
import { lastWordsOf } from './last-words.ts'

/** Runs the script in Electron's utility process: the way every shipped build goes. */
export function utilityChild(script: string): DataChild {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Tandem data',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lastWords = lastWordsOf(child.stderr as Readable | null)
  let hasExited = false
  const exited = new Promise<ChildExit>(resolve => {
    child.once('exit', code => {
      hasExited = true
      resolve({ reason: String(code), lastWords: lastWords() })
    })
  })
  return {
    port: {
      post: message => {
        if (!hasExited) child.postMessage(message)
      },
      onMessage: listener => {
        child.on('message', listener)
      },
      onClose: listener => {
        void exited.then(listener)
      },
      // There is no channel to close from this side. What it held was let go by `data.close` before.
      close: () => void child.kill(),
    },
    kill: () => void child.kill(),
    exited,
  }
}
