import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { Console } from '../support/console.ts'
import { readHub } from '../support/hub-view.ts'
import type { HubRows } from '../support/hub-view.ts'
import type { Prepared } from './prepare-hub.ts'
import type { Steps } from './steps.ts'

const WORDS = {
  service: 'Thank you for asking. The refund left us this morning.',
  support: 'Please restart the terminal once and tell me what it shows.',
  offline: 'Written on the train: I looked into it and will call you.',
  note: 'The bank confirmed on the phone: one charge only.',
} as const
const WALK_IN = {
  who: 'Noor Haddad',
  subject: 'Came to the counter with a torn invoice',
  said: 'Needs a copy by mail.',
}

/** A console that was started, from the checkout or from a package. */
export type Started = { readonly window: Page; readonly close: () => Promise<void> }
export type Start = (userDataFolder: string) => Promise<Started>

type Subjects = { readonly answered: string; readonly relabelled: string; readonly handedOver: string }

/** Plays the story; every step is seen in the window, the end is confirmed on the hub. Answers facts for the summary. */
export async function playStory(
  steps: Steps,
  prepared: Prepared,
  { start, userDataFolder }: { readonly start: Start; readonly userDataFolder: string },
): Promise<Record<string, unknown>> {
  const { hub, email, password } = prepared
  let launched: Started | null = null
  const page = (): Page | null => launched?.window ?? null
  const step = <T>(name: string, work: () => Promise<T>): Promise<T> => steps.run(name, work, page)
  const actions: string[] = []
  try {
    launched = await step('start the console', () => start(userDataFolder))
    let desk = new Console(launched.window)
    const runtime = await runtimeOf(launched)
    await step('sign in', () => desk.signIn({ url: hub.url, email, password }))
    await step('first sync', () => desk.settled())
    await step('answer a service thread', async () => {
      await desk.show('unassigned', 'service')
      await desk.openRow(0)
      await desk.take()
      await desk.reply(WORDS.service)
      await desk.settled()
    })
    await step('answer a support thread', async () => {
      await desk.show('unassigned', 'support')
      await desk.openRow(0)
      await desk.take()
      await desk.reply(WORDS.support)
      await desk.settled()
    })
    actions.push('take', 'reply', 'take', 'reply')

    await step('cut the hub off', async () => {
      await hub.stop()
      await desk.offline()
    })
    const subjects = await step('work offline', () => workOffline(desk))
    actions.push('reply offline', 'note offline', 'relabel offline', 'reassign offline', 'new ticket offline')
    const waiting = await step('see what waits', async () => {
      await expect(desk.status).toContainText('on this laptop')
      return (await desk.status.innerText()).replaceAll('\n', ' ')
    })
    await step('restart the console while offline', async () => {
      await launched?.close()
      launched = await start(userDataFolder)
      desk = new Console(launched.window)
      await desk.offline()
      await seeOfflineWork(desk, subjects)
    })
    await step('bring the hub back', async () => {
      await hub.start()
      await desk.settled()
    })
    await step('nothing needs attention', async () => {
      await expect(desk.status).not.toContainText('attention')
    })
    const found = await step('everything is on the hub exactly once', async () =>
      confirm(await readHub(hub.url, { email: 'jonas@example.com', password })),
    )
    return { runtime, actions, waiting, found }
  } finally {
    await launched?.close()
  }
}

async function workOffline(desk: Console): Promise<Subjects> {
  await desk.show('unassigned', 'service')
  const answered = await desk.openRow(1)
  await desk.reply(WORDS.offline)
  await desk.note(WORDS.note)
  const relabelled = await desk.openRow(2)
  await desk.relabel('Both')
  await expect(desk.conversation.getByRole('group', { name: 'Support thread' })).toBeVisible()
  const handedOver = await desk.openRow(3)
  await desk.assignTo('Jonas Berg')
  // He works in the other pane: a word to him is offered first.
  const word = desk.page.getByRole('dialog', { name: 'Hand over' })
  await word.getByRole('button', { name: 'Only assign' }).click()
  await expect(word).toHaveCount(0)
  await desk.newTicket(WALK_IN)
  return { answered, relabelled, handedOver }
}

/** After a restart without a network, everything written before it is still on the screen. */
async function seeOfflineWork(desk: Console, subjects: Subjects): Promise<void> {
  await desk.show('all-open')
  await desk.openTicket(WALK_IN.subject)
  await expect(desk.conversation).toContainText('new-')
  // A reply leaves the thread pending: the customer's turn.
  await desk.show('pending')
  await desk.openTicket(subjects.answered)
  await expect(desk.conversation.getByText(WORDS.offline)).toBeVisible()
  await expect(desk.conversation.getByText('waits on this laptop').first()).toBeVisible()
}

type Row = Readonly<Record<string, unknown>>

/** The one row that fits; two would be a reply sent twice. */
function once(rows: HubRows, table: string, fits: (row: Row) => boolean): Row {
  const found = (rows.get(table) ?? []).filter(fits)
  const [only] = found
  if (found.length !== 1 || !only)
    throw new Error(`${table}: ${found.length} rows fit on the hub instead of 1: ${String(fits)}`)
  return only
}

function confirm(rows: HubRows): Record<string, number> {
  for (const [what, text] of Object.entries(WORDS)) {
    if (what === 'note') once(rows, 'notes', row => row['body'] === text)
    else once(rows, 'messages', row => row['bodyText'] === text && row['seq'] !== null)
  }
  const ticket = once(rows, 'tickets', row => row['subject'] === WALK_IN.subject)
  if (typeof ticket['number'] !== 'number') throw new Error('the new ticket has no number')
  once(rows, 'customers', row => row['name'] === WALK_IN.who)
  const jonas = once(rows, 'agents', row => row['name'] === 'Jonas Berg')
  once(rows, 'threads', row => row['assigneeId'] === jonas['id'])
  once(rows, 'events', row => row['type'] === 'ticket.relabelled')
  const paired = (rows.get('threads') ?? []).filter(row => row['isPaired'] === true)
  if (paired.length !== 2) throw new Error(`${paired.length} paired threads instead of 2`)
  return { replies: 3, notes: 1, tickets: 1, customers: 1, assigned: 1, relabelled: 1 }
}

async function runtimeOf({ window }: Started): Promise<Record<string, unknown>> {
  const info = await window.evaluate(() => {
    const { desk } = globalThis as unknown as {
      desk: { call: (name: string, input: object) => Promise<{ value: Record<string, unknown> }> }
    }
    return desk.call('app.info', {}).then(({ value }) => ({ ...value, agent: navigator.userAgent }))
  })
  const { agent, ...facts } = info
  return { ...facts, chromium: /Chrome\/([\d.]+)/.exec(agent)?.[1] ?? '', testNode: process.version }
}
