import { join } from 'node:path'
import { BrowserWindow, app, nativeTheme, screen } from 'electron'
import type { WindowKind } from '../../shared/contract/window-kinds.ts'
import type { Log } from '../../shared/log.ts'
import { colours } from './colours.ts'
import type { StoreFile } from './store-file.ts'
import { windowPlans } from './window-plans.ts'
import { MIN_SIZE, keepWindowState, placeWindow, readWindowState } from './window-state.ts'

/** A page that keeps crashing shows that much sooner than it can be read. */
const MAX_RELOADS = 3

export type WindowDeps = {
  readonly stateFile: StoreFile
  readonly isTestRuntime: boolean
  readonly log: Log
  /** Asked when an agent closes the console. 'hide': the app goes on beside the clock. */
  readonly onClose: () => 'close' | 'hide' | 'stay'
  /** The console's page begins to load: it listens to nothing yet. */
  readonly onLoad: () => void
  /** Nobody looks at the board any more. */
  readonly onSupervisorClosed: () => void
}

type Own = { readonly window: BrowserWindow; readonly kind: WindowKind }

/** The windows of this app; calls from anything else are refused. */
export class Windows {
  readonly #deps: WindowDeps
  readonly #own = new Map<number, Own>()

  constructor(deps: WindowDeps) {
    this.#deps = deps
  }

  /** Null for anything that is no window of ours. */
  kindOf(webContentsId: number): WindowKind | null {
    return this.#own.get(webContentsId)?.kind ?? null
  }

  all(): readonly BrowserWindow[] {
    return this.#standing().map(({ window }) => window)
  }

  #standing(): readonly Own[] {
    return [...this.#own.values()].filter(({ window }) => !window.isDestroyed())
  }

  #find(kind: WindowKind): BrowserWindow | null {
    return this.#standing().find(own => own.kind === kind)?.window ?? null
  }

  /** Brings a window to the front, opening it if there is none. */
  async show(kind: WindowKind = 'console'): Promise<void> {
    const window = this.#find(kind)
    if (!window) return this.#open(kind)
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  /** Closes a window that its agent has no use for any more. */
  close(kind: WindowKind): void {
    this.#find(kind)?.close()
  }

  setFullScreen(webContentsId: number, isOn: boolean): void {
    this.#own.get(webContentsId)?.window.setFullScreen(isOn)
  }

  async #open(kind: WindowKind): Promise<void> {
    const window = this.#create(kind)
    const { id } = window.webContents
    this.#own.set(id, { window, kind })
    window.once('closed', () => {
      this.#own.delete(id)
      if (kind === 'supervisor') this.#deps.onSupervisorClosed()
    })
    window.once('ready-to-show', () => window.show())
    this.#rememberState(window, kind)
    this.#titleTestRuntime(window)
    this.#recover(window)
    if (kind === 'console') this.#followConsole(window)
    await window.loadURL(windowPlans[kind].page)
    // On a display without a compositor the first paint may never be announced.
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }

  #followConsole(window: BrowserWindow): void {
    window.on('close', event => {
      const answer = this.#deps.onClose()
      if (answer !== 'close') event.preventDefault()
      if (answer === 'hide') window.hide()
    })
    window.webContents.on('did-start-loading', this.#deps.onLoad)
  }

  #create(kind: WindowKind): BrowserWindow {
    const { title, runsInBackground } = windowPlans[kind]
    const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
      display => display.workArea,
    )
    return new BrowserWindow({
      ...placeWindow(readWindowState(this.#deps.stateFile, kind), workAreas),
      minWidth: MIN_SIZE.width,
      minHeight: MIN_SIZE.height,
      show: false,
      title: this.#title(title),
      autoHideMenuBar: true,
      // The page's own background, so that nothing flashes before it is painted.
      backgroundColor: (nativeTheme.shouldUseDarkColors ? colours.dark : colours.light).sheet,
      webPreferences: {
        preload: join(app.getAppPath(), 'dist', 'main', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        backgroundThrottling: !runsInBackground,
        devTools: !app.isPackaged,
        // Elsewhere Chromium would fetch its dictionaries from the network.
        spellcheck: process.platform === 'darwin',
      },
    })
  }

  #rememberState(window: BrowserWindow, kind: WindowKind): void {
    const { stateFile } = this.#deps
    if (readWindowState(stateFile, kind)?.isMaximized) window.maximize()
    window.on('close', () => {
      keepWindowState(stateFile, kind, {
        ...window.getNormalBounds(),
        isMaximized: window.isMaximized(),
      })
    })
  }

  #titleTestRuntime(window: BrowserWindow): void {
    window.on('page-title-updated', (event, title) => {
      event.preventDefault()
      window.setTitle(this.#title(title))
    })
  }

  #title(title: string): string {
    return this.#deps.isTestRuntime ? `${title} (test runtime)` : title
  }

  #recover(window: BrowserWindow): void {
    let reloads = 0
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#deps.log.error('window.gone', { reason, reloads })
      if (reason === 'clean-exit' || reloads >= MAX_RELOADS) return
      reloads += 1
      window.webContents.reload()
    })
    window.on('unresponsive', () => this.#deps.log.warn('window.unresponsive'))
  }
}
