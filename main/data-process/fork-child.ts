import { fork } from 'node:child_process'
import type { ChildProcess, Serializable } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Port } from '../../shared/rpc/port.ts'
import type { ChildExit, DataChild } from './data-child.ts'
import { readErrorOutput } from './error-output.ts'
import { oneByOne } from './one-by-one.ts'

/** Runs the script under a Node of its own: for runtimes whose built-in Node is too old for the database. */
export function forkChild(script: string, nodePath: string): DataChild {
  const child = fork(script, [], {
    execPath: nodePath,
    // Flags of Electron's own process mean nothing to Node.
    execArgv: [],
    // Dates, maps, byte arrays and big integers arrive as what they are.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const { lastWords, onLine } = readErrorOutput(child.stderr as Readable | null)
  const exited = new Promise<ChildExit>(resolve => {
    child.once('exit', (code, signal) => resolve({ reason: signal ?? String(code), lastWords: lastWords() }))
    child.once('error', error => resolve({ reason: error.message, lastWords: lastWords() }))
  })
  return { port: portOf(child, exited), kill: () => void child.kill('SIGKILL'), exited, onErrorLine: onLine }
}

function portOf(child: ChildProcess, exited: Promise<unknown>): Port {
  return {
    post: message => {
      // A message to a process that just ended is lost; its pending call is answered by the exit.
      if (child.connected) child.send(message as Serializable, () => {})
    },
    onMessage: listener => {
      child.on('message', oneByOne(listener))
    },
    onClose: listener => {
      void exited.then(listener)
    },
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}
