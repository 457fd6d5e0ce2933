import { join } from 'node:path'
import { app } from 'electron'
import type { ShowTarget } from '../shared/contract/commands.ts'
import { appInfo } from './app/app-info.ts'
import { createCore } from './app/core.ts'
import type { Core } from './app/core.ts'
import { applyTheme, claimLinks, copyText, noMenuYet, onReturn, openExternal } from './app/desktop.ts'
import { speakAsChosen } from './app/engine-language.ts'
import { isFirstInstance, manageLifecycle, openLinkIn } from './app/lifecycle.ts'
import { openLogFile } from './app/log-file.ts'
import type { LogFile } from './app/log-file.ts'
import { declareProtocol, serveProtocol } from './app/protocol.ts'
import { createProxySignIn } from './app/proxy-sign-in.ts'
import { isTestRuntime } from './app/runtime.ts'
import { hardenEverything } from './app/security.ts'
import { startShell } from './app/shell.ts'
import { watchShutdown } from './app/shutdown-watch.ts'
import { createSpeech } from './app/speech.ts'
import { systemClock } from './app/system-clock.ts'
import { reportUnhandled } from './app/unhandled.ts'
import { readConfig } from './config.ts'
import { createHandlers } from './ipc/handlers.ts'
import { registerCalls } from './ipc/register.ts'
import { createRouter } from './ipc/router.ts'

declareProtocol()
speakAsChosen()
noMenuYet()
// The old copy's graphics process fails where there is no graphics card, and now and then no window is painted then.
if (isTestRuntime(process.versions.electron)) app.disableHardwareAcceleration()
// Chromium refuses to start as root with its sandbox on; that switch is then given by whoever starts the app.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (isFirstInstance(process.argv)) void app.whenReady().then(start)
else app.quit()

async function drain({ supervisor, secrets }: Core, log: LogFile): Promise<void> {
  await supervisor.end()
  await secrets.settled()
  await log.flushed()
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const userData = app.getPath('userData')
  // The data process keeps what it compiled for the next start, as the page does; Node reads this when it begins.
  process.env['NODE_COMPILE_CACHE'] ??= join(userData, 'compile-cache')
  const log = openLogFile(join(userData, 'logs', 'tandem.log'), systemClock)
  const speech = createSpeech(() => app.getPreferredSystemLanguages())
  reportUnhandled(log, speech.texts)
  hardenEverything(log)

  const core = createCore(config, log)
  applyTheme(core.settings.get())
  serveProtocol({
    folder: join(app.getAppPath(), 'dist', 'renderer'),
    grants: core.grants,
    loginFor: core.proxyLogins.find,
  })
  // What takes longest comes first: the window's process and the data process come up side by side with what follows.
  const shown = core.windows.show()
  core.supervisor.start()
  const { facts, grants, secrets, settings, windows, commands, guard, session, supervisor } = core
  const quit = (): void => app.quit()
  const info = (): ReturnType<typeof appInfo> => appInfo({ facts, secrets, policy: core.policy })
  const openHubUrl = (): string | null => session.place()?.hubUrl ?? null
  const proxy = createProxySignIn({ network: core.network, logins: core.proxyLogins, openHubUrl })
  const { setFront, showKeys } = startShell({ core, config, speech, log, quit, shown })
  const handlers = createHandlers({
    session,
    settings,
    grants,
    info,
    openExternal,
    copyText,
    setFront,
    showKeys,
    windows,
    proxy,
    log,
    quit,
    showTicket: ticketId => commands.ask({ id: 'target.show', target: { kind: 'ticket', ticketId } }),
  })
  const callData = async (name: string, input: unknown): Promise<unknown> => {
    await session.settled()
    return supervisor.callForWindow(name, input)
  }
  const links = { openLink: (target: ShowTarget): void => commands.ask({ id: 'target.show', target }) }

  manageLifecycle({ guard, drain: () => drain(core, log), showWindow: () => windows.show(), ...links })
  registerCalls({ route: createRouter({ handlers, callData, log }), windows, log, onCall: commands.release })
  const wake = (): void => void callData('sync.wake', {}).catch(() => {})
  watchShutdown({ core, speech, log, send: wake })
  onReturn(wake)
  openLinkIn(process.argv, links)
  log.info('app.started', { version: app.getVersion(), electron: process.versions.electron })
  void core.proxyLogins.load().then(() => session.start())
  await shown
  // Linux starts programs for it and waits for them.
  claimLinks()
}
