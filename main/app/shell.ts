import { app } from 'electron'
import type { AskedCommand } from '../../shared/contract/commands.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import type { Log } from '../../shared/log.ts'
import { needsDecision } from '../../shared/rules/needs-decision.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import type { Config } from '../config.ts'
import { Notifier } from './alerts/notifier.ts'
import { systemNotices } from './alerts/system-notices.ts'
import { minuteOfDay, timeText } from './alerts/time-of-day.ts'
import { UnreadTickets } from './alerts/unread-tickets.ts'
import { showBadge } from './badge.ts'
import type { Core } from './core.ts'
import { applyTheme, nameToSystem, showMenu } from './desktop.ts'
import { Front } from './front.ts'
import { applyLoginStart } from './login-start.ts'
import type { MenuKeys } from './menu-template.ts'
import { openStoreFile } from './store-file.ts'
import type { Speech } from './speech.ts'
import { systemClock } from './system-clock.ts'
import { TrayIcon } from './tray.ts'
import { trayState } from './tray-state.ts'
import { trayTemplate } from './tray-template.ts'

export type ShellDeps = {
  readonly core: Core
  readonly config: Config
  readonly speech: Speech
  readonly log: Log
  readonly quit: () => void
  /** Settles when the first window shows its page. Drawing icons and menus before would keep it waiting. */
  readonly shown: Promise<void>
}
export type Shell = {
  readonly setFront: (windowId: number, ticketId: string | null) => void
  /** Menus show these keys from now on. */
  readonly showKeys: (keys: MenuKeys) => void
}

/** What the app shows outside of its windows: menu, icon beside the clock, number on the icon, notifications. */
export function startShell(deps: ShellDeps): Shell {
  const { core, speech } = deps
  const { heard, windows, settings } = core
  nameToSystem()
  const front = new Front(windows)
  const act = (command: AskedCommand): void => {
    void windows.show()
    core.commands.ask(command)
  }
  const notifier = createNotifier(deps, { front, act, changed: () => refresh() })
  const unread = new UnreadTickets(openStoreFile(app.getPath('userData'), 'unread'), count =>
    showBadge(count, windows, speech.texts()),
  )
  const refresh = startTray(deps, { notifier, act })
  const see = (): void => {
    const ticketId = front.ticket()
    if (ticketId === null) return
    notifier.seen(ticketId)
    unread.seen(ticketId)
  }

  heard.on('session.changed', state => {
    apply(settings.get())
    unread.show(state.state === 'open' ? state.place.id : null)
    if (state.state !== 'open') notifier.clear()
  })
  heard.on('arrivals', news => {
    unread.take(news, front.ticket())
    notifier.takeArrivals(news)
  })
  heard.on('reminders.due', ({ reminders }) => notifier.takeReminders(reminders))
  app.on('browser-window-focus', see)
  let keys: MenuKeys = {}
  const apply = (changed: Settings): void => applySettings(deps, { settings: changed, keys, act })
  followSettings(core, changed => {
    apply(changed)
    refresh()
  })
  speech.choose(settings.get().language)
  void deps.shown
    .catch(() => {})
    .then(() => {
      apply(settings.get())
      refresh()
    })
  return {
    setFront: (windowId, ticketId) => {
      front.set(windowId, ticketId)
      see()
    },
    showKeys: told => {
      keys = told
      showAppMenu(deps, { keys, act })
    },
  }
}

type TrayParts = { readonly notifier: Notifier; readonly act: (command: AskedCommand) => void }

/** The icon beside the clock follows session and sync; the answer brings it up to date with all else. */
function startTray(deps: ShellDeps, { notifier, act }: TrayParts): () => void {
  const { core, speech } = deps
  const { heard, session, windows } = core
  const show = (): void => void windows.show()
  let tray: TrayIcon | null = null
  let isShown = false
  void deps.shown.catch(() => {}).then(() => (isShown = true))
  let status: SyncStatus | null = null
  const refresh = (): void => {
    if (!isShown) return
    tray ??= new TrayIcon(show)
    const state = trayState(session.get(), status, speech.texts().tray)
    const template = trayTemplate({
      texts: speech.texts(),
      line: state.line,
      isOpen: session.get().state === 'open',
      attention: needsDecision(status),
      notices: notifier.count,
      show,
      ask: id => act({ id }),
      tell: id => core.commands.ask({ id }),
      clear: () => notifier.clear(),
      quit: () => leave(deps),
    })
    tray.show({ ...state, template })
  }
  heard.on('sync.changed', changed => {
    status = changed
    refresh()
  })
  heard.on('session.changed', ({ state }) => {
    if (state !== 'open') status = null
    refresh()
  })
  return refresh
}

type NotifierParts = {
  readonly front: Front
  readonly act: (command: AskedCommand) => void
  readonly changed: () => void
}

function createNotifier({ core, speech, log }: ShellDeps, { front, act, changed }: NotifierParts): Notifier {
  return new Notifier({
    show: systemNotices(log),
    settings: () => core.settings.get().notifications,
    texts: () => speech.texts().alert,
    minuteOfDay: () => minuteOfDay(systemClock.now()),
    timeText: atMs => timeText(atMs, systemClock.now(), speech.language()),
    ticketInFront: () => front.ticket(),
    act,
    changed,
  })
}

/** Ends the app; with unsent work the window asks first, and for that it must be seen. */
function leave({ core: { guard, windows }, quit }: ShellDeps): void {
  if (guard.mayLeave()) quit()
  else void windows.show()
}

type InMenu = { readonly keys: MenuKeys; readonly act: (command: AskedCommand) => void }
type Applied = InMenu & { readonly settings: Settings }

/** Theme, language and menu, and whether the app starts with the computer. */
function applySettings(deps: ShellDeps, { settings, keys, act }: Applied): void {
  const { config, speech, log } = deps
  applyTheme(settings)
  speech.choose(settings.language)
  showAppMenu(deps, { keys, act })
  applyLoginStart(settings.startAtLogin, {
    platform: process.platform,
    isPackaged: app.isPackaged,
    program: config.appImage ?? process.execPath,
    configFolder: app.getPath('appData'),
    setLoginItem: isOn => app.setLoginItemSettings({ openAtLogin: isOn }),
  }).catch(() => log.warn('login-start.failed'))
}

function showAppMenu(deps: ShellDeps, { keys, act }: InMenu): void {
  showMenu({
    texts: deps.speech.texts().menu,
    maySupervise: isSupervising(deps.core.session.get()),
    keys,
    ask: id => act({ id }),
    quit: () => leave(deps),
  })
}

const isSupervising = (state: SessionState): boolean =>
  state.state === 'open' && maySupervise(state.place.agent.role)

function followSettings({ heard, settings }: Core, changed: (settings: Settings) => void): void {
  let last = settings.get()
  heard.on('settings.changed', next => {
    const isSame =
      next.theme === last.theme && next.language === last.language && next.startAtLogin === last.startAtLogin
    last = next
    if (!isSame) changed(next)
  })
}
