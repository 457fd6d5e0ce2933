import { readFileSync } from 'node:fs'
import type { ConsoleMessage, ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, test as base } from './e2e-test.ts'
import { layCable } from './cable.ts'
import type { Cable } from './cable.ts'
import { Console } from './console.ts'
import type { Credentials } from './console.ts'
import { startHubProcess } from './hub-process.ts'
import type { HubProcess } from './hub-process.ts'
import { readHub, readHubFile } from './hub-view.ts'
import type { HubRows } from './hub-view.ts'
import { openHubWriter } from './hub-writer.ts'
import type { HubWriter } from './hub-writer.ts'
import { addSmallDemo, newDemoHouseDatabase, newHouseDatabase } from './house-databases.ts'
import { PASSWORD } from './house-people.ts'
import type { Person } from './house-people.ts'
import type { LaunchedApp } from './launch-app.ts'
import { spareConsoles } from './spare-consoles.ts'
import type { SpareConsoles } from './spare-consoles.ts'

export { PASSWORD } from './house-people.ts'
export type { Person } from './house-people.ts'

const loginOf = (who: Person): Pick<Credentials, 'email' | 'password'> => ({
  email: `${who}@example.com`,
  password: PASSWORD,
})

/** A hub with three agents in one workspace; the tests of a file share it and keep to tickets of their own. */
export type House = {
  readonly hub: HubProcess
  /** Jonas at another desk, without a console. */
  readonly jonas: HubWriter
  /** Everything on the hub. */
  readonly rows: () => Promise<HubRows>
  /** The bytes of a file of a customer, as the hub keeps them. */
  readonly file: (of: { readonly sha256: string; readonly customerId: string }) => Promise<Buffer>
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
  /** The house of this worker: opened when a test asks for another one than stands. */
  readonly houses: { readonly open: (name: string) => Promise<House> }
  readonly spares: SpareConsoles
}
type Fixtures = {
  /**
   * A file that names a house of its own shares it with no other file. A name that ends in ` with the demo` has the demo
   * workspace from the start: it is copied, which takes a tenth of the time of making it.
   */
  readonly houseName: string
  readonly house: House
  /**
   * Sits down at a console on a cable of its own, signs in and waits until everything is there. Without a folder of the
   * test's the console may be one that another test has left, with nothing of it in it.
   */
  readonly sit: (options?: SitDown) => Promise<Seat>
}

const WITH_DEMO = / with the demo$/u

async function openHouse(name: string): Promise<House> {
  const made = WITH_DEMO.test(name) ? await newDemoHouseDatabase() : null
  const databaseUrl = made?.url ?? (await newHouseDatabase())
  const hub = await startHubProcess({ databaseUrl })
  let demo: ReturnType<House['demo']> | null = made && Promise.resolve(made.login)
  return {
    hub,
    jonas: await openHubWriter(hub.url, loginOf('jonas')),
    rows: () => readHub(hub.url, loginOf('jonas')),
    file: of => readHubFile(hub.url, loginOf('jonas'), of),
    demo: () => (demo ??= addSmallDemo(databaseUrl)),
  }
}

type Login = Pick<Credentials, 'email' | 'password'>

/** One more person of this house, who supervises. */
export const addSupervisor = (house: House, name: string): Promise<Login> =>
  addColleague(house, name, 'supervisor')

/** One more person of this house, of a role. */
export async function addColleague(
  { hub }: House,
  name: string,
  role: 'supervisor' | 'admin',
): Promise<Login> {
  const email = `lead-${process.pid}-${Date.now()}@example.com`
  await hub.run(['agent', 'add', email, '--name', name, '--role', role, '--password-stdin'], `${PASSWORD}\n`)
  return { email, password: PASSWORD }
}

/** A seat that knows whether the test reached behind its page: what main was made to do there nobody takes back. */
function seatAt(launched: LaunchedApp, facts: Pick<Seat, 'desk' | 'cable' | 'complaints'>) {
  let isAsItWas = true
  const touched = <T>(what: T): T => {
    isAsItWas = false
    return what
  }
  const seat: Seat = {
    ...facts,
    window: launched.window,
    get app() {
      return touched(launched.app)
    },
    get userDataFolder() {
      return touched(launched.userDataFolder)
    },
    close: () => touched(launched).close(),
    kill: () => touched(launched).kill(),
  }
  return { seat, isAsItWas: () => isAsItWas }
}

/** Collects what a page complains about until it is told to stop. */
function hearComplaints(page: Page) {
  const complaints: string[] = []
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') complaints.push(message.text())
  }
  const onError = (error: Error): void => void complaints.push(error.message)
  page.on('console', onConsole).on('pageerror', onError)
  return { complaints, stop: () => void page.off('console', onConsole).off('pageerror', onError) }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  houses: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      let here: { readonly name: string; readonly house: House } | null = null
      const leave = async (): Promise<void> => {
        const left = here
        here = null
        await left?.house.hub.remove()
      }
      await use({
        open: async name => {
          if (here?.name !== name) {
            await leave()
            here = { name, house: await openHouse(name) }
          }
          return here.house
        },
      })
      await leave()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  spares: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const spares = spareConsoles()
      await use(spares)
      await spares.close()
    },
    { scope: 'worker' },
  ],
  houseName: ['shared', { option: true }],
  house: [
    async ({ houses, houseName }, use) => {
      await use(await houses.open(houseName))
    },
    { timeout: 180_000 },
  ],
  sit: async ({ house, launch, spares }, use, info) => {
    const ends: (() => Promise<void>)[] = []
    await use(async ({ who = 'mira', cable: given, userDataFolder, undoSeconds = 0 } = {}) => {
      const cable = given ?? (await layCable(house.hub.url))
      if (!given) ends.push(cable.close)
      const launched = userDataFolder === undefined ? await spares.take() : await launch({ userDataFolder })
      const { complaints, stop } = hearComplaints(launched.window)
      const desk = new Console(launched.window)
      const { seat, isAsItWas } = seatAt(launched, { desk, cable, complaints })
      ends.push(async () => {
        stop()
        if (userDataFolder !== undefined) return
        cable.plug()
        if (isAsItWas() && info.status === info.expectedStatus) await spares.putBack(launched)
        else await launched.close()
      })
      await desk.giveTimeToUndo(undoSeconds)
      if (who !== null) {
        await desk.signIn({ url: cable.url, ...loginOf(who) })
        await desk.settled()
      }
      return seat
    })
    for (const end of ends.toReversed()) await end()
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
  // Keys belong to an open menu until it is gone.
  await expect(desk.page.getByRole('menu')).toHaveCount(0)
  await desk.leaveField()
  await desk.press(mode === 'reply' ? 'r' : 'n')
  const box = desk.page.getByRole('textbox', {
    name: mode === 'reply' ? 'Reply to customer' : 'Internal note',
  })
  await expect(box).toBeFocused()
  return box
}
