import { test as base } from '@playwright/test'
import { removeOnceLeft } from './left-folder.ts'
import { type LaunchOptions, type LaunchedApp, launchApp, newUserDataFolder } from './launch-app.ts'

type Fixtures = {
  /** Folders to be removed when every console of the test has been closed. */
  readonly passing: string[]
  /** Starts the console; whatever is still open when the test ends is closed, also after a failure. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>
  /** A user-data folder for consoles that are started again within the test. */
  readonly userDataFolder: string
}

/** Playwright's test with consoles that end with it. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  passing: async ({}, use) => {
    const folders: string[] = []
    await use(folders)
    for (const folder of folders) await removeOnceLeft(folder)
  },
  // Needs `passing` to be ended before it.
  launch: async ({ passing: _ }, use) => {
    const started: LaunchedApp[] = []
    await use(async options => {
      const launched = await launchApp(options)
      started.push(launched)
      return launched
    })
    for (const launched of started) await launched.close()
  },
  userDataFolder: async ({ passing }, use) => {
    const folder = newUserDataFolder()
    passing.push(folder)
    await use(folder)
  },
})

export { expect } from '@playwright/test'
