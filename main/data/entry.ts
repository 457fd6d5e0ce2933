import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createRpcClient } from '../../shared/rpc/client.ts'
import type { RpcClient } from '../../shared/rpc/client.ts'
import { createRpcServer } from '../../shared/rpc/server.ts'
import type { RpcHandler, RpcServer } from '../../shared/rpc/server.ts'
import { parentPort } from './parent-port.ts'
import { stderrLog } from './stderr-log.ts'
import { systemClock } from './system-clock.ts'
import type { CopyMarks } from './db/rekey/copy-whole.ts'
import { watchRekey } from './rekey-watch.ts'
import { counted, createWaitingRoom } from './waiting-room.ts'
import { methodsOf } from './thread-methods.ts'
import { portOfWorker } from './worker-port.ts'

// The data process: hands requests to the thread that reads or to the one that writes, and nothing else. It does not
// know the contract: loading that takes longer than everything else here, and both threads wait for it to start them.

const FORWARDED = [
  'presence.changed',
  'colleagues.changed',
  'board.changed',
  'data.changed',
  'sync.changed',
  'reminders.due',
  'arrivals',
  'data.tokensChanged',
  'data.fatal',
] as const
const CRASHED = 70

/** Beside this file, whether it runs bundled or as it is. */
const script = (name: string): string => join(import.meta.dirname, `${name}${extname(import.meta.filename)}`)

function startThread(name: 'writer' | 'reader', workerData: SharedArrayBuffer | null): RpcClient {
  const worker = new Worker(script(name), { workerData })
  const crash = (facts: Readonly<Record<string, string | number>>): void => {
    if (isEnding) return
    stderrLog.error('data.thread-ended', { thread: name, ...facts })
    // Main starts a fresh process; a process with one thread missing would answer half of what it is asked.
    process.exit(CRASHED)
  }
  worker.on('error', error => crash({ name: error instanceof Error ? error.name : typeof error }))
  worker.on('exit', code => crash({ code }))
  return createRpcClient(portOfWorker(worker), systemClock)
}

let isEnding = false
let server: RpcServer | null = null
const port = parentPort()
const room = createWaitingRoom()
const writer = counted(room, startThread('writer', room.memory))
const reader = startThread('reader', null)

const to =
  (thread: RpcClient, name: string): RpcHandler =>
  input =>
    thread.call(name, input)

const all = (thread: RpcClient, names: readonly string[]): Readonly<Record<string, RpcHandler>> =>
  Object.fromEntries(names.map(name => [name, to(thread, name)]))

async function closeAll(): Promise<unknown> {
  await reader.call('data.close', {})
  return writer.call('data.close', {})
}

/** The thread that works on it cannot say how far it is: this one looks. */
async function rekey(input: unknown): Promise<unknown> {
  await reader.call('data.close', {})
  const watch = watchRekey({ clock: systemClock, tell: share => server?.emit('key.progressed', { share }) })
  const stops = [
    writer.on('key.copied', payload => watch.copied((payload as { share: number }).share)),
    writer.on('key.marked', payload => watch.marked(payload as CopyMarks)),
    watch.stop,
  ]
  try {
    return await writer.call('data.rekey', input)
  } finally {
    for (const stop of stops) stop()
  }
}

/** Begins to take requests once both threads have said what they answer. */
async function serve(): Promise<void> {
  const [ofWriter, ofReader] = await Promise.all([methodsOf(writer), methodsOf(reader)])
  server = createRpcServer(port, {
    ...all(writer, ofWriter),
    ...all(reader, ofReader),
    // The writer first: it makes and migrates the file that the reader opens.
    'data.open': async input => {
      await reader.call('data.close', {})
      const opened = await writer.call('data.open', input)
      await reader.call('data.open', input)
      return opened
    },
    'data.rescue': async input => {
      await reader.call('data.close', {})
      return writer.call('data.rescue', input)
    },
    'data.rekey': rekey,
    'data.close': closeAll,
  })
  for (const name of FORWARDED) writer.on(name, payload => server?.emit(name, payload))
  reader.on('data.fatal', payload => server?.emit('data.fatal', payload))
  server.emit('data.ready', { node: process.versions.node, napi: process.versions['napi'] ?? '' })
}

async function end(): Promise<void> {
  if (isEnding) return
  isEnding = true
  // Whoever lets go this early waits for no answer.
  await server?.drained()
  await closeAll().catch(() => {})
  process.exit(0)
}

// Ctrl-C reaches the whole group of processes: this one ends when its parent lets go of it, after everything is closed.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
port.onClose(() => void end())

void serve()
