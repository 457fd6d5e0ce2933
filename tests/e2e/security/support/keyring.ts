import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runFolder } from '../../../support/at-the-end.ts'

export type Keyring = {
  readonly env: Readonly<Record<string, string>>
  readonly args: readonly string[]
  readonly close: () => Promise<void>
}

/** A session bus with an unlocked keyring on it, as a desktop has them; with a home folder of its own. */
export async function startKeyring(): Promise<Keyring> {
  const home = mkdtempSync(join(runFolder(), 'tandem-keyring-'))
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await firstLine(bus)
  const own = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: home }
  // It goes on in the background once the keyring is unlocked, and ends with its bus.
  const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: { ...process.env, ...own },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  daemon.stdin.end('password')
  const code = await new Promise(resolve => daemon.once('exit', resolve))
  if (code !== 0) throw new Error(`The keyring ended with ${String(code)}`)
  return {
    env: own,
    args: ['--password-store=gnome-libsecret'],
    close: async () => {
      const ended = new Promise(resolve => bus.once('exit', resolve))
      bus.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('No output to read')
  for await (const line of createInterface({ input: stdout })) return line
  throw new Error('It ended before it said anything')
}
