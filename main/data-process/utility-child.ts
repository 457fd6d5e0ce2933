import type { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import type { ChildExit, DataChild } from './data-child.ts'
import { readErrorOutput } from './error-output.ts'

/** Runs the script in Electron's utility process: the way every shipped build goes. */
export function utilityChild(script: string): DataChild {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Tandem data',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const { lastWords, onLine } = readErrorOutput(child.stderr as Readable | null)
  let hasExited = false
  const exited = new Promise<ChildExit>(resolve => {
    child.once('exit', code => {
      hasExited = true
      resolve({ reason: String(code), lastWords: lastWords() })
    })
  })
  // The script ignores SIGTERM, which Ctrl-C in a terminal or a logout sends to everybody at once.
  const kill = (): void => {
    const { pid } = child
    if (pid === undefined) child.once('spawn', kill)
    else if (!hasExited) killIfAlive(pid)
  }
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
      close: kill,
    },
    kill,
    exited,
    onErrorLine: onLine,
  }
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself a moment ago.
  }
}
