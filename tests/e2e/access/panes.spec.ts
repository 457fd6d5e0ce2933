import type { Locator } from '@playwright/test'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { expect, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import {
  IN_DIALOG,
  IN_MENU,
  inDialog,
  byCommand,
  run,
  said,
  sitInDemo,
  walk,
  pressed,
} from './support/walk.ts'
import type { Screen } from './support/walk.ts'

// The people of the demo workspace have between them everything that a pane can show.
test.use({ houseName: 'barriers with the demo' })
test.describe.configure({ timeout: 420_000 })

const PANES = { service: 'Service engagement', support: 'Technical support' } as const
type Pane = keyof typeof PANES
const paneOf = ({ window }: Seat, pane: Pane): Locator => window.getByRole('region', { name: PANES[pane] })
const cssOf = (pane: Pane): string => `section[aria-label="${PANES[pane]}"]`
const HEAD = 'section[aria-label="Customer 360"]'

/** The ticket and the card of its customer, whole. */
const ticket = (subject: string): Screen => ({
  name: subject,
  enter: async ({ desk, window }) => {
    await desk.openTicket(subject)
    await expect(window.getByRole('region', { name: PANES.service })).toBeVisible()
  },
  leave: async () => {},
})

const cancel =
  (pane: Pane) =>
  async (seat: Seat): Promise<void> => {
    await paneOf(seat, pane).getByRole('button', { name: 'Cancel' }).first().press('Enter')
    await expect(paneOf(seat, pane).getByRole('button', { name: 'Cancel' })).toHaveCount(0)
  }

/** A form that a command opens where the thing stands. */
const inPlace = (pane: Pane, id: CommandId, of: string): Screen => ({
  name: id,
  of: [of],
  part: cssOf(pane),
  isForm: true,
  enter: async seat => {
    await run(seat, id)
    await expect(paneOf(seat, pane).getByRole('button', { name: 'Cancel' })).toBeVisible()
  },
  leave: cancel(pane),
})

/** Reaches a choice of the menu behind a line with these words. */
async function choose(within: Locator, line: string, choice: string): Promise<void> {
  const more = within
    .getByRole('listitem')
    .filter({ hasText: line })
    .getByRole('button', { name: /^More for/u })
    .first()
  await more.hover()
  await more.click()
  await within.page().getByRole('menuitem', { name: choice, exact: true }).click()
}

/** A form behind the menu of a line. */
const behind = (pane: Pane, [line, choice]: readonly [string, string], of: string): Screen => ({
  name: `${line}: ${choice}`,
  of: [of],
  part: cssOf(pane),
  isForm: true,
  enter: async seat => {
    await choose(paneOf(seat, pane), line, choice)
    await expect(paneOf(seat, pane).getByRole('button', { name: 'Cancel' })).toBeVisible()
  },
  leave: cancel(pane),
})

const button = (name: string | RegExp) => (seat: Seat) => seat.window.getByRole('button', { name }).first()

const ANA: readonly Screen[] = [
  ticket('Charged twice, and the scanner still will not pair'),
  pressed('why this health', button(/^Health \d+, .*: why$/u), { of: ['customer-360/health-chip'] }),
  pressed('where they stand', button(/^Stage: /u), { of: ['customer-360/stage-chip'] }),
  pressed('ways to reach them', button('Ways to reach them'), {
    of: ['customer-360/contact-menu'],
    isForm: true,
  }),
  pressed('the facts', button('Edit facts'), { of: ['customer-360/edit-facts'], isForm: true }),
  pressed(
    'bad experiences',
    seat =>
      seat.window
        .locator(HEAD)
        .locator('[aria-haspopup=dialog]')
        .filter({ hasText: /Down for/u }),
    {
      of: ['customer-360/customer-alert'],
    },
  ),
  pressed('why this clock', button(/^Why: first reply/u), { of: ['ticket/thread-clock'] }),
  pressed('the pane of service', button('More for Service'), {
    part: IN_MENU,
    of: ['customer-360/pane-menu'],
  }),
  pressed('the pane of support', button('More for Support'), { part: IN_MENU }),
  pressed(
    'a line of orders',
    seat => paneOf(seat, 'service').getByRole('button', { name: /^More for 7719/u }),
    {
      part: IN_MENU,
      of: ['service-pane/orders'],
    },
  ),
  pressed('the states', button(/^State: /u), { part: IN_MENU, of: ['ticket/thread-strip'] }),
  pressed('the owners', button(/^Owner: /u), { part: IN_MENU, of: ['ticket/assign-menu'] }),
  pressed('the kinds', button(/^Kind: /u), { part: IN_MENU, of: ['ticket/kind-menu'] }),
  pressed('the priorities', button(/^Priority: /u), { part: IN_MENU, of: ['ticket/priority-menu'] }),
  pressed(
    'more of the ticket',
    seat => seat.desk.conversation.getByRole('button', { name: 'More', exact: true }),
    {
      part: IN_MENU,
      of: ['ticket/more-menu'],
    },
  ),
  inPlace('service', 'duty.add', 'service-pane/add-duty'),
  behind('service', ['Refund 249', 'Another time'], 'service-pane/duty-line'),
  behind('service', ['Recovery call', 'Done, with outcome'], 'service-pane/duty-line'),
  inPlace('service', 'fields.edit', 'components/ticket-fields-form'),
  inPlace('support', 'diagnosis.edit', 'diagnosis/diagnosis-form'),
  inPlace('support', 'tried.add', 'diagnosis/entry-form'),
  inPlace('support', 'asked.add', 'diagnosis/entry-form'),
  inPlace('support', 'remote.start', 'remote/remote-form'),
  {
    name: 'a detail that is missing',
    of: ['diagnosis/missing-details'],
    part: cssOf('support'),
    isForm: true,
    enter: async seat => {
      await paneOf(seat, 'support').getByRole('button', { name: 'Version of the till app' }).click()
      await expect(paneOf(seat, 'support').getByPlaceholder(/./u)).toBeFocused()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'what was asked and tried',
    part: cssOf('support'),
    enter: async seat => {
      await paneOf(seat, 'support')
        .getByRole('button', { name: /asked, .* tried$/u })
        .click()
      await choose(paneOf(seat, 'support'), 'USB update', 'Say what happened')
      await expect(paneOf(seat, 'support').getByRole('textbox')).toBeVisible()
    },
    of: ['diagnosis/asked-tried-list'],
    isForm: true,
    leave: async seat => {
      await seat.window.keyboard.press('Escape')
      await paneOf(seat, 'support')
        .getByRole('button', { name: /asked, .* tried$/u })
        .click()
    },
  },
  {
    name: 'choosing a guide',
    of: ['guides/guides'],
    part: cssOf('support'),
    isForm: true,
    enter: async seat => {
      await run(seat, 'guide.start')
      await expect(paneOf(seat, 'support').getByRole('textbox')).toBeFocused()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'adding an asset',
    of: ['support-pane/add-asset'],
    part: cssOf('support'),
    isForm: true,
    enter: seat => paneOf(seat, 'support').getByRole('button', { name: 'Add an asset' }).click(),
    leave: cancel('support'),
  },
  behind('support', ['P40 handheld', 'Version, serial number, environment'], 'support-pane/version-form'),
  {
    name: 'steps of a plan',
    of: ['plans/plans-block', 'plans/step-line'],
    part: cssOf('service'),
    enter: async seat => {
      const pane = paneOf(seat, 'service')
      await pane.getByRole('button', { name: /^More for Onboarding/u }).click()
      await seat.window.getByRole('menuitem', { name: 'Show all steps' }).click()
      await choose(pane, 'Staff training', 'Another time')
      await expect(pane.getByRole('button', { name: 'Cancel' })).toBeVisible()
    },
    leave: cancel('service'),
  },
  {
    name: 'a charge being corrected',
    part: IN_DIALOG,
    isForm: true,
    enter: async seat => {
      await run(seat, 'case.dispute')
      const form = seat.window.getByRole('dialog', { name: 'Dispute a charge' })
      await form.getByRole('button', { name: 'Dispute a charge' }).click()
      await expect(form).toHaveCount(0)
      await paneOf(seat, 'service').getByRole('button', { name: 'Correct it' }).first().click()
      await expect(seat.window.getByRole('dialog', { name: 'Correct a charge' })).toBeVisible()
    },
  },
]

/** Everybody else has one thing more. */
const OTHERS: readonly Screen[] = [
  ticket('Label printer drops off the network after the night'),
  pressed(
    'a guide that runs',
    seat =>
      paneOf(seat, 'support')
        .getByRole('group')
        .getByRole('button', { name: /^More for/u }),
    {
      part: IN_MENU,
      of: ['guides/run-head'],
    },
  ),
  ticket('Two-factor codes rejected since Monday'),
  behind('support', ['Quick Assist', 'Say better what was done'], 'remote/remote-help'),
  ticket('Export fails with E-1042 on large catalogues'),
  behind('support', ['Catalogue export stops', 'Link engineering’s issue'], 'support-pane/engineering-link'),
  inDialog(
    byCommand('impact.history', 'Outages and uptime'),
    { name: 'times', of: ['incidents/outage-form'], isForm: true },
    dialog => choose(dialog, '', 'Correct the times'),
  ),
  ticket('Queremos cancelar el contrato a fin de mes'),
  {
    name: 'a complaint, one step more',
    of: ['service-pane/complaints/complaints', 'service-pane/complaints/add-step'],
    part: cssOf('service'),
    isForm: true,
    enter: async seat => {
      await run(seat, 'case.complaint')
      const form = seat.window.getByRole('dialog', { name: 'Complaint' })
      await form
        .getByRole('textbox', { name: said('cases.whatWentWrong'), exact: true })
        .first()
        .fill('Nobody called back')
      await form.getByRole('button', { name: said('cases.openComplaint') }).click()
      await expect(form).toHaveCount(0)
      await choose(paneOf(seat, 'service'), 'Nobody called back', 'Add a step')
    },
    leave: cancel('service'),
  },
  behind('service', ['Nobody called back', 'Resolve it'], 'service-pane/complaints/resolve'),
  ticket('Which plan fits 40 shops? We open six in spring'),
  {
    name: 'an opportunity being passed on',
    of: ['opportunities/pass-on-form', 'opportunities/opportunity-line'],
    part: cssOf('service'),
    isForm: true,
    enter: async seat => {
      await paneOf(seat, 'service').getByRole('button', { name: 'Pass on' }).click()
      await paneOf(seat, 'service').getByText('An address outside').click()
    },
    leave: cancel('service'),
  },
  pressed('two records of one person', button(/^May be the same person/u), { of: ['people/compare'] }),
  behind('service', ['Six more shops', 'Edit'], 'opportunities/edit-form'),
  {
    name: 'a need being handed to sales',
    part: cssOf('service'),
    of: ['service-pane/catalogue/hand-to-sales'],
    isForm: true,
    enter: async seat => {
      await paneOf(seat, 'service').getByRole('checkbox', { name: 'handed to sales' }).click()
      await expect(paneOf(seat, 'service').getByRole('form', { name: 'Hand over to sales' })).toBeVisible()
    },
    leave: cancel('service'),
  },
  {
    name: 'a relationship being edited',
    part: IN_DIALOG,
    of: ['people/relations-block'],
    enter: async ({ window }) => {
      await choose(
        window.locator(HEAD).getByRole('region', { name: 'Relationships' }),
        'Tom Whitfield',
        'Edit the relationship',
      )
      await expect(window.getByRole('dialog')).toBeVisible()
    },
  },
  inDialog(byCommand('organisation.open', 'Saffron Lane'), { name: 'its tickets' }, dialog =>
    dialog.getByRole('tab', { name: /^Open tickets/u }).click(),
  ),
  ticket('Renovação: quanto custa o segundo ano com 6 caixas?'),
  byCommand('survey.answer', 'Note an answer', {
    of: ['surveys/survey-answer-dialog'],
    isForm: true,
  }),
  pressed('why this kind', button(/^Why: /u), { of: ['ticket/triage-line'] }),
  ticket('Rückgabe der Bestellung 7633, 1.296 €'),
  {
    name: 'an amount being refused',
    part: cssOf('service'),
    of: ['components/approvals/decide'],
    isForm: true,
    enter: seat => paneOf(seat, 'service').getByRole('button', { name: 'Refuse' }).first().click(),
    leave: cancel('service'),
  },
  ticket('Thank you, and a question about loyalty points'),
  ticket('返品の返金はいつ届きますか'),
  ticket('Onboarding: step 3 of 6, import of 1,200 items'),
]

for (const [which, screens] of Object.entries({ 'of one customer': ANA, 'of others': OTHERS })) {
  test(`axe finds nothing in the panes and what is written in them, light and dark: ${which}`, async ({
    house,
    sit,
  }) => {
    const seat = await sitInDemo(house, sit)
    if (screens === ANA) await seat.desk.openTicket('Charged twice, and the scanner still will not pair')
    expect(await walk(seat, screens)).toEqual([])
  })
}
