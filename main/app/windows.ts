import { join } from 'node:path'
import { BrowserWindow, app, nativeTheme, screen } from 'electron'
import type { Log } from '../../shared/log.ts'
import { colours } from './colours.ts'
import { PAGE_URL } from './origin.ts'
import type { StoreFile } from './store-file.ts'
import { MIN_SIZE, keepWindowState, placeWindow, readWindowState } from './window-state.ts'

const STATE_NAME = 'console'
/** A page that keeps crashing shows that much sooner than it can be read. */
const MAX_RELOADS = 3

export type WindowDeps = {
  readonly stateFile: StoreFile
  readonly isTestRuntime: boolean
  readonly log: Log
  /** Asked when an agent closes the window. 'hide': the app goes on beside the clock. */
  readonly onClose: () => 'close' | 'hide' | 'stay'
  /** A page begins to load: it listens to nothing yet. */
  readonly onLoad: () => void
}

/** The windows of this app; calls from anything else are refused. */
export class Windows {
  readonly #deps: WindowDeps
  readonly #own = new Map<number, BrowserWindow>()

  constructor(deps: WindowDeps) {
    this.#deps = deps
  }

  isOwn(webContentsId: number): boolean {
    return this.#own.has(webContentsId)
  }

  all(): readonly BrowserWindow[] {
    return [...this.#own.values()].filter(window => !window.isDestroyed())
  }

  /** Brings the console to the front, opening it if there is none. */
  async show(): Promise<void> {
    const [window] = this.all()
    if (!window) return this.#open()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  async #open(): Promise<void> {
    const window = this.#create()
    const { id } = window.webContents
    this.#own.set(id, window)
    window.once('closed', () => this.#own.delete(id))
    window.once('ready-to-show', () => window.show())
    this.#rememberState(window)
    this.#titleTestRuntime(window)
    this.#recover(window)
    window.on('close', event => {
      const answer = this.#deps.onClose()
      if (answer !== 'close') event.preventDefault()
      if (answer === 'hide') window.hide()
    })
    window.webContents.on('did-start-loading', this.#deps.onLoad)
    await window.loadURL(PAGE_URL)
    // On a display without a compositor the first paint may never be announced.
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }

  #create(): BrowserWindow {
    const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
      display => display.workArea,
    )
    return new BrowserWindow({
      ...placeWindow(readWindowState(this.#deps.stateFile, STATE_NAME), workAreas),
      minWidth: MIN_SIZE.width,
      minHeight: MIN_SIZE.height,
      show: false,
      title: this.#title('Tandem'),
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
        devTools: !app.isPackaged,
        // Elsewhere Chromium would fetch its dictionaries from the network.
        spellcheck: process.platform === 'darwin',
      },
    })
  }

  #rememberState(window: BrowserWindow): void {
    const { stateFile } = this.#deps
    if (readWindowState(stateFile, STATE_NAME)?.isMaximized) window.maximize()
    window.on('close', () => {
      keepWindowState(stateFile, STATE_NAME, {
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
