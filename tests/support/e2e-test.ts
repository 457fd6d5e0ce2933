import { rmSync } from 'node:fs'
import { test as base } from '@playwright/test'
import { type LaunchOptions, type LaunchedApp, launchApp, newUserDataFolder } from './launch-app.ts'

type Fixtures = {
  /** Starts the console; whatever is still open when the test ends is closed, also after a failure. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>
  /** A user-data folder for consoles that are started again within the test. */
  readonly userDataFolder: string
}

/** Playwright's test with consoles that end with it. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  launch: async ({}, use) => {
    const started: LaunchedApp[] = []
    await use(async options => {
      const launched = await launchApp(options)
      started.push(launched)
      return launched
    })
    for (const launched of started) await launched.close()
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  userDataFolder: async ({}, use) => {
    const folder = newUserDataFolder()
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect } from '@playwright/test'
