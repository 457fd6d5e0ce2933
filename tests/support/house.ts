import { readFileSync } from 'node:fs'
import type { ElectronApplication, Locator } from '@playwright/test'
import { expect, test as base } from './e2e-test.ts'
import { layCable } from './cable.ts'
import type { Cable } from './cable.ts'
import { Console } from './console.ts'
import type { Credentials } from './console.ts'
import { startHubProcess } from './hub-process.ts'
import type { HubProcess } from './hub-process.ts'
import { readHub } from './hub-view.ts'
import type { HubRows } from './hub-view.ts'
import { openHubWriter } from './hub-writer.ts'
import type { HubWriter } from './hub-writer.ts'
import { addSmallDemo, newHouseDatabase } from './house-databases.ts'
import { PASSWORD } from './house-people.ts'
import type { Person } from './house-people.ts'
import type { LaunchedApp } from './launch-app.ts'

export { PASSWORD } from './house-people.ts'
export type { Person } from './house-people.ts'

const loginOf = (who: Person): Pick<Credentials, 'email' | 'password'> => ({
  email: `${who}@example.com`,
  password: PASSWORD,
})

/** A hub with three agents in one workspace; the tests of one worker share it and keep to tickets of their own. */
export type House = {
  readonly hub: HubProcess
  /** Jonas at another desk, without a console. */
  readonly jonas: HubWriter
  /** Everything on the hub. */
  readonly rows: () => Promise<HubRows>
  /** Makes the demo workspace beside the house's own, once, and answers how its supervisor signs in. */
  readonly demo: () => Promise<Pick<Credentials, 'email' | 'password'>>
}

export type Seat = LaunchedApp & {
  readonly desk: Console
  /** Between this console and the hub. */
  readonly cable: Cable
  /** What the page complained about: errors in its console, exceptions nobody caught. */
  readonly complaints: readonly string[]
}
export type SitDown = {
  /** Null: stays on the sign-in page, or wherever the console opens by itself. */
  readonly who?: Person | null
  readonly cable?: Cable
  readonly userDataFolder?: string
  /** How long replies by mail can be taken back; stories about other things do not wait for it. */
  readonly undoSeconds?: number
}

type WorkerFixtures = {
  readonly house: House
  /** A file that names a house of its own shares it with no other file. */
  readonly houseName: string
}
type Fixtures = {
  /** Starts a console on a cable of its own, signs in and waits until everything is there. */
  readonly sit: (options?: SitDown) => Promise<Seat>
}

async function openHouse(): Promise<House> {
  const databaseUrl = await newHouseDatabase()
  const hub = await startHubProcess({ databaseUrl })
  let demo: ReturnType<House['demo']> | null = null
  return {
    hub,
    jonas: await openHubWriter(hub.url, loginOf('jonas')),
    rows: () => readHub(hub.url, loginOf('jonas')),
    demo: () => (demo ??= addSmallDemo(databaseUrl)),
  }
}

/** One more person of this house, who supervises. */
export async function addSupervisor(
  { hub }: House,
  name: string,
): Promise<Pick<Credentials, 'email' | 'password'>> {
  const email = `lead-${process.pid}-${Date.now()}@example.com`
  await hub.run(
    ['agent', 'add', email, '--name', name, '--role', 'supervisor', '--password-stdin'],
    `${PASSWORD}\n`,
  )
  return { email, password: PASSWORD }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  houseName: ['shared', { scope: 'worker', option: true }],
  house: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const house = await openHouse()
      await use(house)
      await house.hub.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  sit: async ({ house, launch }, use) => {
    const cables: Cable[] = []
    await use(async ({ who = 'mira', cable: given, userDataFolder, undoSeconds = 0 } = {}) => {
      const cable = given ?? (await layCable(house.hub.url))
      if (!given) cables.push(cable)
      const launched = await launch(userDataFolder === undefined ? {} : { userDataFolder })
      const complaints: string[] = []
      launched.window.on('console', message => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      launched.window.on('pageerror', error => complaints.push(error.message))
      const desk = new Console(launched.window)
      await desk.giveTimeToUndo(undoSeconds)
      if (who !== null) {
        await desk.signIn({ url: cable.url, ...loginOf(who) })
        await desk.settled()
      }
      return { ...launched, desk, cable, complaints }
    })
    for (const cable of cables) await cable.close()
  },
})

export { expect }

/** Looks at once instead of waiting for the next try. */
export const syncNow = (desk: Console): Promise<void> => desk.page.keyboard.press('Control+Shift+S')

/** Plugs the cable in and waits until everything has left and come in. */
export async function plugIn({ desk, cable }: Seat): Promise<void> {
  cable.plug()
  await syncNow(desk)
}

/** Process id of the data process: a utility process, or a child under an old runtime. */
export async function dataProcessOf(app: ElectronApplication): Promise<number> {
  const utilities = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Utility' && name === 'Tandem data')
      .map(({ pid }) => pid),
  )
  const mainPid = app.process().pid ?? 0
  const children = readFileSync(`/proc/${mainPid}/task/${mainPid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
  const forked = children.filter(pid =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/data/entry.cjs'),
  )
  const [pid] = [...utilities, ...forked]
  if (pid === undefined) throw new Error('There is no data process')
  return pid
}

/** Rows of a table on the hub for which all the given fields are so. */
export const rowsWhere = (
  rows: HubRows,
  table: string,
  fields: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] =>
  (rows.get(table) ?? []).filter(row => Object.entries(fields).every(([key, value]) => row[key] === value))

/** Opens the composer by its key, wherever the focus was, and answers its box. */
export async function openBox(desk: Console, mode: 'reply' | 'note'): Promise<Locator> {
  await desk.leaveField()
  await desk.press(mode === 'reply' ? 'r' : 'n')
  const box = desk.page.getByRole('textbox', {
    name: mode === 'reply' ? 'Reply to customer' : 'Internal note',
  })
  await expect(box).toBeFocused()
  return box
}
