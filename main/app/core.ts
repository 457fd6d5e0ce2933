import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import type { Config } from '../config.ts'
import { startDataChild } from '../data-process/ports.ts'
import { Supervisor } from '../data-process/supervisor.ts'
import { createBroadcast } from '../ipc/broadcast.ts'
import type { Broadcast } from '../ipc/broadcast.ts'
import { sendToWindows } from '../ipc/send-to-windows.ts'
import { createCommandQueue } from './command-queue.ts'
import type { CommandQueue } from './command-queue.ts'
import { takeDataEvents } from './data-events.ts'
import type { DataFacts } from './data-events.ts'
import { ImageGrants } from './image-grants.ts'
import { systemKeychain } from './keychain.ts'
import type { LogFile } from './log-file.ts'
import { QuitGuard } from './quit-guard.ts'
import { isTestRuntime } from './runtime.ts'
import { Secrets } from './secrets.ts'
import type { Session } from './session.ts'
import { createSession } from './session-parts.ts'
import { openStoreFile } from './store-file.ts'
import { systemClock as clock } from './system-clock.ts'
import { Windows } from './windows.ts'

/** What lives as long as the app does. */
export type Core = {
  readonly facts: DataFacts
  readonly grants: ImageGrants
  readonly secrets: Secrets
  readonly windows: Windows
  readonly broadcast: Broadcast
  readonly commands: CommandQueue
  readonly guard: QuitGuard
  readonly session: Session
  readonly supervisor: Supervisor
}

export function createCore(config: Config, log: LogFile): Core {
  const userData = app.getPath('userData')
  const facts: DataFacts = { node: null, waiting: 0 }
  const secrets = new Secrets(join(userData, 'secrets.json'), systemKeychain)
  const grants = new ImageGrants(() => randomBytes(24).toString('base64url'))
  const windows: Windows = new Windows({
    stateFile: openStoreFile(userData, 'window-state'),
    isTestRuntime: isTestRuntime(process.versions.electron),
    log,
    // On macOS an app without windows goes on, so closing one leaves nothing behind.
    mayClose: () => process.platform === 'darwin' || guard.mayLeave(),
    onLoad: () => commands.hold(),
  })
  const broadcast = createBroadcast({ clock, send: sendToWindows(windows) })
  const commands = createCommandQueue(command => broadcast('command.asked', command))
  const guard = new QuitGuard({
    clock,
    waiting: () => facts.waiting,
    askToQuit: waiting => {
      if (commands.isListening()) commands.ask({ id: 'app.confirmQuit', argument: waiting })
      return commands.isListening()
    },
  })
  const changed = (state: ReturnType<Session['get']>): void => {
    if (state.state !== 'open') facts.waiting = 0
    broadcast('session.changed', state)
  }
  const session = createSession({ config, secrets, supervisor: () => supervisor, log, changed })
  const supervisor = new Supervisor({
    start: startDataChild,
    clock,
    log,
    onEvent: takeDataEvents(facts, session, broadcast),
    onRestarted: () => session.reopen(),
    onDown: code => session.fail(code),
  })
  return { facts, grants, secrets, windows, broadcast, commands, guard, session, supervisor }
}
