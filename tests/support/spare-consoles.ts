import type { Page } from '@playwright/test'
import type { DeskBridge } from '../../shared/contract/index.ts'
import type { LaunchedApp } from './launch-app.ts'
import { launchApp } from './launch-app.ts'

/** As many as a story has desks; one more would only take memory. */
const MOST = 2

export type SpareConsoles = {
  /** A console at its sign-in page that knows nobody: one that another test left so, or a new one. */
  readonly take: () => Promise<LaunchedApp>
  /** Keeps it for the next test when it could be made what it was when it started; else closes it. */
  readonly putBack: (console: LaunchedApp) => Promise<void>
  readonly close: () => Promise<void>
}

/** Called in the page. Answers whether nothing of anybody is left on this laptop. */
const leave = (page: Page, settings: unknown): Promise<boolean> =>
  page.evaluate(async first => {
    const { desk } = window as unknown as { desk: DeskBridge }
    await desk.call('session.workOffline', { offline: false })
    await desk.call('session.signOut', { forget: true })
    const [session, patched] = await Promise.all([
      desk.call('session.get', {}),
      desk.call('settings.patch', first),
    ])
    localStorage.clear()
    const state = session.ok ? (session.value as { state: string; places?: readonly unknown[] }) : null
    return patched.ok && state?.state === 'signed-out' && state.places?.length === 0
  }, settings)

const settingsOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { desk } = window as unknown as { desk: DeskBridge }
    const answer = await desk.call('settings.get', {})
    if (!answer.ok) throw new Error(`The settings cannot be read: ${answer.error.code}`)
    return (answer.value as { settings: unknown }).settings
  })

/** The sign-in page as after a start: no listener, theme or pointer of the test before. */
async function asNew(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none' })
  await page.mouse.move(0, 0)
  await page.reload()
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ timeout: 10_000 })
}

/** Consoles that go from test to test: starting one takes longer than most of what is done in it. */
export function spareConsoles(): SpareConsoles {
  const spare: LaunchedApp[] = []
  /** As they were at the start. */
  const settings = new WeakMap<LaunchedApp, unknown>()
  return {
    take: async () => {
      const kept = spare.pop()
      if (kept) return kept
      const launched = await launchApp()
      settings.set(launched, await settingsOf(launched.window))
      return launched
    },
    putBack: async launched => {
      const isOneMore = spare.length === MOST || launched.app.windows().length > 1
      const isLeft = !isOneMore && (await leave(launched.window, settings.get(launched)).catch(() => false))
      const isNew =
        isLeft &&
        (await asNew(launched.window).then(
          () => true,
          () => false,
        ))
      if (isNew) spare.push(launched)
      else await launched.close()
    },
    close: async () => {
      for (const launched of spare.splice(0)) await launched.close()
    },
  }
}
