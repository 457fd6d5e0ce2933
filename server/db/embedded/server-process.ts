import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import type { Log } from '../../../shared/log.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Binaries } from './binaries.ts'
import type { SystemUser } from './system-user.ts'

const run = promisify(execFile)
const READY = 'database system is ready to accept connections'
const LINES_KEPT = 20

export type ServerProcess = { readonly port: number; readonly stop: () => Promise<void> }
export type ServerOptions = {
  readonly binaries: Binaries
  readonly cluster: string
  readonly runAs: SystemUser | null
  readonly port: number
  /** Server settings by name, for example `{ max_connections: '200' }`. */
  readonly settings: Readonly<Record<string, string>>
  readonly log: Log
}

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new AppError(ErrorCode.Internal, 'No free port')
  return address.port
}

function argumentsOf({ cluster, port, settings }: ServerOptions): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    // Sockets would lie in /tmp, where everybody can see them and where they stay after a kill.
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    ...settings,
  }
  return [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
}

/**
 * Starts the server and resolves once it accepts connections. It has a process group of its own: Ctrl-C reaches the
 * hub first, which drains and then stops it. Throws `internal` with the server's last lines when it ends early.
 */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const { binaries, cluster, port, runAs, log } = options
  const child = spawn(binaries.postgres, argumentsOf(options), {
    ...runAs,
    cwd: '/',
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await untilReady(child, log)
  const endWithUs = (): void => void child.kill('SIGINT')
  process.once('exit', endWithUs)
  child.once('exit', code => {
    process.removeListener('exit', endWithUs)
    log.info('postgres.ended', { code: code ?? -1 })
  })
  return { port, stop: () => stopServer(child, binaries, cluster) }
}

function untilReady(child: ChildProcess, log: Log): Promise<void> {
  let lines: readonly string[] = []
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lines = [...lines, ...text.split('\n').filter(line => line !== '')].slice(-LINES_KEPT)
      for (const line of text.split('\n'))
        if (/(FATAL|PANIC):/.test(line)) log.warn('postgres.said', { line })
      if (text.includes(READY)) resolve()
    })
    child.once('error', error =>
      reject(new AppError(ErrorCode.Internal, `postgres cannot run: ${error.message}`)),
    )
    child.once('close', code =>
      reject(new AppError(ErrorCode.Internal, `postgres ended (${code ?? 'signal'}): ${lines.join(' | ')}`)),
    )
  })
}

/** Fast shutdown: clients are cut off, everything committed is on disk. */
async function stopServer(child: ChildProcess, binaries: Binaries, cluster: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  // Windows has no SIGINT for other processes; pg_ctl knows its own way.
  if (process.platform === 'win32') await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast'])
  else child.kill('SIGINT')
  await ended
}
