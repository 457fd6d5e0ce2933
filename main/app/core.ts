import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app, powerMonitor } from 'electron'
import type { SessionState } from '../../shared/contract/session.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import type { Config } from '../config.ts'
import { startDataChild } from '../data-process/ports.ts'
import { Supervisor } from '../data-process/supervisor.ts'
import { createBroadcast } from '../ipc/broadcast.ts'
import type { Broadcast } from '../ipc/broadcast.ts'
import { sendToWindows } from '../ipc/send-to-windows.ts'
import { createAppEvents } from './app-events.ts'
import type { AppEvents } from './app-events.ts'
import { createCommandQueue } from './command-queue.ts'
import type { CommandQueue } from './command-queue.ts'
import { takeDataEvents } from './data-events.ts'
import type { DataFacts } from './data-events.ts'
import { ImageGrants } from './image-grants.ts'
import { systemKeychain } from './keychain.ts'
import { watchKeyAge } from './key-watch.ts'
import type { KeyWatchDeps } from './key-watch.ts'
import type { LogFile } from './log-file.ts'
import type { Network } from './network.ts'
import { readPolicy } from './policy.ts'
import type { Policy } from './policy.ts'
import { ProxyLogins } from './proxy-logins.ts'
import { QuitGuard } from './quit-guard.ts'
import { isTestRuntime } from './runtime.ts'
import { Secrets } from './secrets.ts'
import type { Session } from './session.ts'
import { createNetwork, createPlaceSecrets, createSession, keyAgeOf } from './session-parts.ts'
import { openSettings } from './settings.ts'
import type { SettingsStore } from './settings.ts'
import { openStoreFile } from './store-file.ts'
import { systemClock as clock } from './system-clock.ts'
import { watchSaves } from './watch-saves.ts'
import { Windows } from './windows.ts'

/** What lives as long as the app does. */
export type Core = {
  /** Null: none is laid down for this computer. */
  readonly policy: Policy | null
  readonly facts: DataFacts
  readonly grants: ImageGrants
  readonly secrets: Secrets
  readonly settings: SettingsStore
  readonly proxyLogins: ProxyLogins
  readonly network: Network
  readonly windows: Windows
  readonly broadcast: Broadcast
  readonly heard: AppEvents
  readonly commands: CommandQueue
  readonly guard: QuitGuard
  readonly session: Session
  readonly supervisor: Supervisor
}

export function createCore(config: Config, log: LogFile): Core {
  const userData = app.getPath('userData')
  // Whoever may change the installed program's environment must not change what IT has laid down.
  const policy = readPolicy((app.isPackaged ? undefined : config.policyFileOfTests) ?? config.policyFile, log)
  const settings: SettingsStore = openSettings(
    openStoreFile(userData, 'settings'),
    changed => broadcast('settings.changed', changed),
    policy?.settings,
  )
  const facts: DataFacts = { node: null, waiting: 0, isSending: false }
  const secrets = new Secrets(join(userData, 'secrets.json'), systemKeychain)
  const proxyLogins = new ProxyLogins(secrets, config.loginFor)
  const network = createNetwork(config, proxyLogins)
  const grants = new ImageGrants(() => randomBytes(24).toString('base64url'))
  const windows: Windows = new Windows({
    stateFile: openStoreFile(userData, 'window-state'),
    isTestRuntime: isTestRuntime(process.versions.electron),
    log,
    onClose: () => answerClose(guard, settings.get()),
    onLoad: () => commands.hold(),
    onSupervisorClosed: () =>
      void supervisor.callForWindow('board.watch', { isWatching: false }).catch(() => {}),
  })
  const heard = createAppEvents()
  const broadcast = tellAll(windows, heard)
  const commands = createCommandQueue(command => broadcast('command.asked', command))
  const guard = new QuitGuard({
    clock,
    waiting: () => facts.waiting,
    askToQuit: (waiting, isShutdown) => {
      if (commands.isListening()) commands.ask({ id: 'app.confirmQuit', waiting, isShutdown })
      return commands.isListening()
    },
  })
  const changed = (state: ReturnType<Session['get']>): void => {
    if (state.state !== 'open') facts.waiting = 0
    broadcast('session.changed', state)
    if (!keepsBoard(state)) windows.close('supervisor')
  }
  const keys = {
    secrets: createPlaceSecrets(secrets),
    supervisor: () => supervisor,
    keyMaxAgeDays: () => settings.get().keyMaxAgeDays,
  }
  const session = createSession({ config, policy, network, ...keys, log, changed })
  const supervisor = new Supervisor({
    start: startDataChild,
    clock,
    log,
    onEvent: takeDataEvents({ facts, session, broadcast, heard }),
    onRestarted: () => session.reopen(),
    onDown: code => session.fail(code),
  })
  watchSaves(fileName => broadcast('save.failed', { fileName }))
  keepKeyYoung({ log, session, facts, broadcast, isTooOld: keyAgeOf(keys) })
  const kept = { policy, facts, grants, secrets, settings, network, proxyLogins }
  return { ...kept, windows, broadcast, heard, commands, guard, session, supervisor }
}

type KeyParts = Pick<Core, 'session' | 'facts' | 'broadcast'> & Pick<KeyWatchDeps, 'log' | 'isTooOld'>

function keepKeyYoung({ facts, broadcast, ...parts }: KeyParts): void {
  watchKeyAge({
    ...parts,
    clock,
    untouchedMs: () => powerMonitor.getSystemIdleTime() * 1_000,
    isSending: () => facts.isSending,
    replaced: atMs => broadcast('key.replaced', { atMs }),
  })
}

/** What windows hear, main's own parts hear too. */
function tellAll(windows: Windows, heard: AppEvents): Broadcast {
  const toWindows = sendToWindows(windows)
  return createBroadcast({
    clock,
    send: (name, payload) => {
      toWindows(name, payload)
      heard.tell(name, payload as never)
    },
  })
}

/** A place that is opened again after a crash keeps its board; signing out or in as somebody else does not. */
const keepsBoard = (state: SessionState): boolean =>
  state.state === 'open' ? maySupervise(state.place.agent.role) : state.state !== 'signed-out'

function answerClose(guard: QuitGuard, { closeToTray }: Settings): 'close' | 'hide' | 'stay' {
  if (guard.isLeaving) return 'close'
  if (closeToTray) return 'hide'
  // On macOS an app without windows goes on, so closing one leaves nothing behind.
  return process.platform === 'darwin' || guard.mayLeave() ? 'close' : 'stay'
}
