import type { ElectronApplication } from '@playwright/test'
import type { HeardEvents } from '../../../main/app/app-events.ts'
import { expect, test } from '../security/support/small-app.ts'
import type { SmallApp } from '../security/support/small-app.ts'
import { notices, trayMenu, watchSystem } from './support/system-watch.ts'

const TICKET = '01890000-0000-7000-8000-0000000000a1'
const OTHER = '01890000-0000-7000-8000-0000000000a2'
const CUSTOMER = '01890000-0000-7000-8000-0000000000c1'

/** The page collects what main asks of it, and says when it listens. */
const LISTEN = `window.asked = []; desk.on('command.asked', command => window.asked.push(command)); void desk.call('session.get', {})`

async function openPlace({ call }: SmallApp): Promise<void> {
  await call('session.signIn', {
    hubUrl: 'http://127.0.0.1:1',
    email: 'lena@acme.example',
    password: 'x',
  })
}

/** Something the data process would tell of itself. */
async function tell<Name extends keyof HeardEvents>(
  { call }: SmallApp,
  name: Name,
  payload: HeardEvents[Name],
): Promise<void> {
  const body = JSON.stringify({ name, payload })
  const reply = await call('note.add', {
    noteId: OTHER,
    ticketId: TICKET,
    threadId: null,
    body,
    attachments: [],
  })
  expect(reply).toMatchObject({ ok: true })
}

const arrival = (change: Partial<HeardEvents['arrivals']['arrivals'][number]> = {}) => ({
  id: crypto.randomUUID(),
  kind: 'message' as const,
  ticketId: TICKET,
  customerId: CUSTOMER,
  customerName: 'Ana Torres',
  subject: 'Charged twice',
  preview: 'There are two charges of 249 EUR',
  atMs: Date.now(),
  ...change,
})

const status = (change: Partial<HeardEvents['sync.changed']>): HeardEvents['sync.changed'] => ({
  phase: { state: 'idle' },
  waiting: 0,
  oldestWaitingAtMs: null,
  attention: 0,
  lastPulledAtMs: null,
  skewMs: null,
  isFilled: true,
  customersHere: 1,
  doubtful: 0,
  ...change,
})

/** The agent works in another program. */
const lookAway = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false
  })

test('a customer’s message is told through the system, and a click opens its ticket', async ({
  launchSmall,
}) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await watchSystem(small.app)
  await lookAway(small.app)
  await tell(small, 'arrivals', { arrivals: [arrival()], catchUp: null })
  await expect
    .poll(() => notices(small.app))
    .toMatchObject([
      { title: 'Ana Torres', body: 'Charged twice\nThere are two charges of 249 EUR', silent: false },
    ])
  await tell(small, 'arrivals', { arrivals: [arrival()], catchUp: null })
  await expect
    .poll(() => notices(small.app))
    .toMatchObject([{ title: 'Ana Torres' }, { title: 'Ana Torres (2 messages)' }])

  await small.app.evaluate(() =>
    (globalThis as never as { shown: { click: () => void }[] }).shown.at(-1)?.click(),
  )
  await expect
    .poll(() => small.window.evaluate(() => Reflect.get(window, 'asked') as unknown))
    .toEqual([{ id: 'target.show', target: { kind: 'ticket', ticketId: TICKET } }])
})

test('what the agent is looking at is told by the window alone', async ({ launchSmall }) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await watchSystem(small.app)
  await small.call('app.setFront', { ticketId: TICKET })
  await small.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => true
  })
  await tell(small, 'arrivals', { arrivals: [arrival(), arrival({ ticketId: OTHER })], catchUp: null })
  await expect.poll(() => notices(small.app)).toHaveLength(1)
})

test('in private no word of the customer is shown, and switches are obeyed', async ({ launchSmall }) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await watchSystem(small.app)
  await lookAway(small.app)
  const reply = (await small.call('settings.get', {})) as {
    value: { settings: { notifications: Record<string, unknown> } }
  }
  const notifications = {
    ...reply.value.settings.notifications,
    isPrivate: true,
    sound: false,
    mentions: false,
  }
  await small.call('settings.patch', { notifications })
  await tell(small, 'arrivals', {
    arrivals: [arrival({ kind: 'mention', ticketId: OTHER }), arrival()],
    catchUp: null,
  })
  await expect.poll(() => notices(small.app)).toHaveLength(1)
  const shown = JSON.stringify(await notices(small.app))
  expect(shown).toContain('New message')
  expect(shown).not.toMatch(/Ana|Torres|Charged|249/)
  expect(await notices(small.app)).toMatchObject([{ silent: true }])
})

test('reminders press harder once a promise to the customer is late', async ({ launchSmall }) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await watchSystem(small.app)
  await lookAway(small.app)
  const reminder = {
    id: '1',
    ticketId: TICKET,
    threadId: null,
    customerId: CUSTOMER,
    customerName: 'Ana Torres',
  }
  const about = { subject: 'Charged twice', dueAtMs: Date.now() }
  await tell(small, 'reminders.due', {
    reminders: [
      { ...reminder, ...about, kind: 'sla-breach', title: 'First reply' },
      { ...reminder, ...about, id: '2', ticketId: null, kind: 'promise', title: 'Refund by Friday' },
    ],
  })
  await expect
    .poll(() => notices(small.app))
    .toMatchObject([
      { title: 'Overdue: First reply', urgency: 'critical', timeoutType: 'never' },
      { title: 'Promise due: Refund by Friday', body: 'Ana Torres · Charged twice', urgency: 'normal' },
    ])
})

test('hours away are one sentence', async ({ launchSmall }) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await watchSystem(small.app)
  const sinceMs = new Date().setHours(0, 10, 0, 0)
  await tell(small, 'arrivals', { arrivals: [], catchUp: { count: 24, sinceMs, ticketIds: [] } })
  await expect
    .poll(() => notices(small.app))
    .toMatchObject([{ title: '24 changes since 00:10', body: 'Show them' }])
})

test('the menu beside the clock says how things stand and speaks the agent’s language', async ({
  launchSmall,
}) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await watchSystem(small.app)
  await tell(small, 'sync.changed', status({ phase: { state: 'offline', sinceMs: 1 }, waiting: 3 }))
  await expect.poll(() => trayMenu(small.app)).toContain('Offline · 3 changes wait')
  await tell(small, 'sync.changed', status({ attention: 2 }))
  await expect.poll(() => trayMenu(small.app)).toContain('Online · nothing waits · 2 need attention')

  await small.call('settings.patch', { language: 'de' })
  await expect.poll(() => trayMenu(small.app)).toContain('Online · nichts wartet · 2 brauchen Entscheidung')
  const top = await small.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  )
  expect(top).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe'])

  await small.app.evaluate(() => {
    const { menus } = globalThis as never as {
      menus: { items: { id: string; click: () => void }[] }[]
    }
    menus
      .at(-1)
      ?.items.find(({ id }) => id === 'ticket.new')
      ?.click()
  })
  await expect
    .poll(() => small.window.evaluate(() => Reflect.get(window, 'asked') as unknown))
    .toEqual([{ id: 'ticket.new' }])
})

test('the number on the icon counts tickets with news that nobody has looked at', async ({ launchSmall }) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await watchSystem(small.app)
  await lookAway(small.app)
  await tell(small, 'arrivals', {
    arrivals: [arrival(), arrival(), arrival({ ticketId: OTHER })],
    catchUp: null,
  })
  const badges = () => small.app.evaluate(() => (globalThis as never as { badges: number[] }).badges)
  await expect.poll(badges).toEqual([2])
  await small.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => true
  })
  await small.call('app.setFront', { ticketId: TICKET })
  await expect.poll(badges).toEqual([2, 1])
  await tell(small, 'arrivals', { arrivals: [], catchUp: { count: 9, sinceMs: 1, ticketIds: [CUSTOMER] } })
  await expect.poll(badges).toEqual([2, 1, 2])
})

test('closing the window can leave the app beside the clock, and a second start brings it back', async ({
  launchSmall,
}) => {
  const small = await launchSmall({ probe: LISTEN })
  await openPlace(small)
  await small.call('settings.patch', { closeToTray: true })
  const isVisible = () =>
    small.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await small.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible).toBe(false)
  await small.app.evaluate(({ app }) => app.emit('second-instance', {}, [], '', { args: [] }))
  await expect.poll(isVisible).toBe(true)
  // Leaving by the menu is leaving.
  const ended = new Promise(resolve => small.app.process().once('exit', resolve))
  void small.app
    .evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click())
    .catch(() => {})
  expect(await ended).toBe(0)
})
