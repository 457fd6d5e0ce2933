import { app } from 'electron'
import type { QuitGuard } from './quit-guard.ts'
import { deepLinkIn, parseDeepLink } from '../../shared/rules/deep-link.ts'
import type { DeepLink } from '../../shared/rules/deep-link.ts'

export type LifecycleDeps = {
  readonly guard: QuitGuard
  readonly showWindow: () => Promise<void>
  readonly openLink: (link: DeepLink) => void
  /** Lets everything finish; called once, before the end. */
  readonly drain: () => Promise<void>
}

/** Takes the place of the first instance for this user-data folder; a second one hands over its link and ends. */
export function isFirstInstance(args: readonly string[]): boolean {
  // Chromium changes the arguments the other instance sees, so they travel as data.
  return app.requestSingleInstanceLock({ args: [...args] })
}

/** When the app shows itself, when it may end, and that it ends only after the data process has finished. */
export function manageLifecycle(deps: LifecycleDeps): void {
  let isDrained = false

  app.on('second-instance', (_event, _args, ...[, data]) => {
    void deps.showWindow()
    openLinkIn(argsOf(data), deps)
  })
  app.on('open-url', (event, address) => {
    event.preventDefault()
    const link = parseDeepLink(address)
    if (link) deps.openLink(link)
  })
  app.on('activate', () => void deps.showWindow())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', () => deps.guard.leave())
  app.on('will-quit', event => {
    if (isDrained) return
    event.preventDefault()
    void deps.drain().finally(() => {
      isDrained = true
      // Within the event that was just refused a second request to quit would be lost.
      setImmediate(() => app.quit())
    })
  })
}

export function openLinkIn(args: readonly string[], deps: Pick<LifecycleDeps, 'openLink'>): void {
  const link = deepLinkIn(args)
  if (link) deps.openLink(link)
}

function argsOf(data: unknown): readonly string[] {
  const args = (data as { args?: unknown } | null)?.args
  return Array.isArray(args) ? args.filter(argument => typeof argument === 'string') : []
}
