import { expect, test } from '../../support/house.ts'
import { byCommand, closeAll, IN_MENU, inDialog, run, said, sitInDemo, walk } from './support/walk.ts'
import type { Screen } from './support/walk.ts'

// The demo workspace has something to show in every dialog.
test.use({ houseName: 'barriers with the demo' })
test.describe.configure({ timeout: 420_000 })

/** Of the customer: who they are, what is owed, what is given. */
const OF_CUSTOMER: readonly Screen[] = [
  byCommand('case.return', 'Return, refund or exchange', {
    isForm: true,
    of: ['service-pane/cases/case-dialogs', 'service-pane/cases/case-form'],
  }),
  byCommand('case.dispute', 'Dispute a charge', { isForm: true }),
  byCommand('case.goodwill', 'Goodwill', { isForm: true }),
  byCommand('case.points', 'Use points', { isForm: true }),
  byCommand('case.credit', 'Credit missing points', { isForm: true }),
  byCommand('case.complaint', 'Complaint', { isForm: true }),
  byCommand('case.need', 'What they look for', { isForm: true }),
  byCommand('portrait.open', 'About this customer', { of: ['portrait/portrait-dialogs'] }),
  byCommand('portrait.stage', 'Where they stand', { isForm: true, of: ['portrait/stage-form'] }),
  byCommand('portrait.vip', 'Very important customer', { isForm: true, of: ['portrait/vip-form'] }),
  byCommand('preference.add', 'How they want to be treated', {
    isForm: true,
    of: ['portrait/preference-form'],
  }),
  byCommand('pin.add', 'Pin to the top', { isForm: true, of: ['portrait/pin-form'] }),
  byCommand('person.merge', 'Same person', { isForm: true, of: ['people/merge-dialog'] }),
  byCommand('relation.add', 'Add a relationship', { isForm: true, of: ['people/relation-dialog'] }),
  byCommand('organisation.open', 'Librería Faro', { of: ['people/organisation-dialog'] }),
  byCommand('organisation.edit', 'Librería Faro', { isForm: true, of: ['people/organisation-form'] }),
  byCommand('opportunity.note', 'Note an opportunity', {
    isForm: true,
    of: ['opportunities/opportunity-dialog'],
  }),
  {
    ...byCommand('opportunity.edit', 'Edit an opportunity'),
    of: ['opportunities/opportunity-edit-dialog'],
    enter: async seat => {
      await run(seat, 'opportunity.note')
      const form = seat.window.getByRole('dialog', { name: 'Note an opportunity' })
      await form.getByRole('textbox', { name: 'In a sentence' }).fill('A second till for the summer fair.')
      await form.getByRole('button', { name: 'Add' }).click()
      await expect(form).toHaveCount(0)
      await run(seat, 'opportunity.edit')
      await expect(seat.window.getByRole('dialog', { name: said('growth.editTitle') })).toBeVisible()
    },
  },
  {
    name: 'what is seldom done with a person',
    of: ['customer-360/head-menu'],
    part: IN_MENU,
    enter: async ({ window }) => {
      await window.setViewportSize({ width: 1180, height: 800 })
      await window.getByRole('button', { name: 'More for Ana Ruiz', exact: true }).click()
      await expect(window.getByRole('menu')).toBeVisible()
    },
    leave: async seat => {
      await closeAll(seat)
      await seat.window.setViewportSize({ width: 1440, height: 900 })
    },
  },
  byCommand('experience.report', 'A bad experience elsewhere', {
    isForm: true,
    of: ['experience/report-dialog'],
  }),
  byCommand('feedback.add', 'What they said about us', { isForm: true, of: ['feedback/feedback-dialog'] }),
  byCommand('plan.start', 'Begin a plan', { isForm: true, of: ['plans/start-plan-dialog'] }),
  byCommand('customer.new', 'New customer', { isForm: true, of: ['new-ticket/new-customer-dialog'] }),
]

/** Of the ticket: what is done with it, and what is wrong. */
const OF_TICKET: readonly Screen[] = [
  byCommand('ticket.newCall', 'New ticket', { isForm: true, of: ['new-ticket/new-ticket-dialog'] }),
  byCommand('ticket.newMail', 'New ticket', { isForm: true }),
  byCommand('ticket.newWalkIn', 'New ticket', { isForm: true }),
  byCommand('thread.snooze', 'Snooze until', { of: ['ticket/snooze-dialog'] }),
  byCommand('ticket.link', 'Link to another ticket', { isForm: true, of: ['ticket/link-dialog'] }),
  byCommand('ticket.lease', 'Hold this ticket while you are offline', { of: ['offline/lease-dialog'] }),
  byCommand('ticket.handOver', 'Hand over', { isForm: true, of: ['handover/hand-over-dialog'] }),
  byCommand('relationship.waive', 'Waive the relationship step', {
    isForm: true,
    of: ['closing/waive-dialog'],
  }),
  byCommand('macro.open', 'Macros', { isForm: true, of: ['macros/macro-dialog'] }),
  byCommand('row.explain', 'Why does this look so?', { of: ['why/why-dialog'] }),
  byCommand('ticket.linkIssue', 'Which known issue does the ticket have?', { of: ['issues/issues-dialog'] }),
  byCommand('issue.new', 'Known issues', { isForm: true, of: ['issues/issue-form'] }),
  byCommand('ticket.escalate', 'Escalate', {
    isForm: true,
    of: ['incidents/escalate-dialog', 'incidents/escalate-form'],
  }),
  byCommand('impact.start', 'Note that it does not work', {
    isForm: true,
    of: ['incidents/impact-dialog'],
  }),
  byCommand('impact.history', 'Outages and uptime', { of: ['incidents/outages-dialog'] }),
  byCommand('cause.record', 'Root cause', {
    isForm: true,
    of: ['incidents/cause-dialog', 'incidents/cause-form', 'incidents/record-form'],
  }),
]

/** Of the desk: lists over everything, and this laptop. */
const OF_DESK: readonly Screen[] = [
  byCommand('attention.open', 'Needs attention', { of: ['attention/attention-dialog'] }),
  byCommand('ledger.open', 'Outgoing', { of: ['ledger/ledger-dialog'] }),
  byCommand('duties.open', 'Due before I am back', { of: ['duties/duties-dialog'] }),
  byCommand('outreach.open', 'Reach out', { of: ['outreach/outreach-dialog'] }),
  inDialog(
    byCommand('outreach.open', 'Reach out'),
    { name: 'reached', of: ['outreach/outreach-line'], isForm: true },
    dialog => dialog.getByRole('button', { name: 'Reached' }).first().click(),
  ),
  byCommand('posts.open', 'Reviews and posts without a customer', {
    of: ['public-posts/unplaced-dialog'],
  }),
  inDialog(
    byCommand('posts.open', 'Reviews and posts without a customer'),
    { name: 'who wrote it', of: ['public-posts/unplaced-line'], isForm: true },
    dialog => dialog.getByRole('button', { name: 'Say who wrote it' }).first().click(),
  ),
  byCommand('opportunities.open', 'Opportunities', { of: ['opportunities/opportunities-dialog'] }),
  byCommand('atRisk.open', 'Who may leave', { of: ['at-risk/at-risk-dialog'] }),
  byCommand('approvals.open', 'Waiting approvals', {}),
  byCommand('catalogue.open', 'Catalogue', { isForm: true }),
  byCommand('issues.open', 'Known issues', {}),
  byCommand('recurrence.open', 'What came back: causes by product', { of: ['incidents/recurrence-dialog'] }),
  byCommand('feedback.digest', 'What customers said', {
    of: ['product-feedback/digest-dialog'],
  }),
  byCommand('kudos.give', 'Thank a colleague', { isForm: true, of: ['training/thanks-dialog'] }),
  byCommand('story.keep', 'Keep as a story', { isForm: true, of: ['training/story-dialog'] }),
  byCommand('coaching.write', 'A word to a colleague', {
    isForm: true,
    of: ['training/coaching-dialog', 'training/about-ticket'],
  }),
  byCommand('kudos.open', 'Learning together', { of: ['training/training-dialog'] }),
  byCommand('stories.open', 'Learning together', {}),
  byCommand('practice.open', 'Learning together', {}),
  inDialog(
    byCommand('practice.open', 'Learning together'),
    { name: 'a case to practise', isForm: true },
    dialog => dialog.getByRole('list', { name: 'Service' }).getByRole('button').first().click(),
  ),
  byCommand('coaching.open', 'Learning together', {}),
  byCommand('firstSteps.open', 'Learning together', {}),
  byCommand('view.save', 'New view', { isForm: true, of: ['views/view-dialog'] }),
  byCommand('view.arrange', 'Views', { of: ['views/arrange-dialog'] }),
  byCommand('shortcuts.open', 'Keyboard shortcuts', { isForm: true, of: ['commands/key-sheet'] }),
  byCommand('offline.open', 'Ready for offline', { of: ['offline/offline-dialog'] }),
  byCommand('sync.health', 'Sync health', { of: ['offline/health-dialog'] }),
  byCommand('session.switch', 'Switch agent or workspace', { of: ['sign-in/switch-dialog'] }),
  byCommand('session.signOut', /^Sign out/u, { of: ['sign-in/sign-out'] }),
]

const WALKS = {
  'about a customer': OF_CUSTOMER,
  'about a ticket and over the desk': [...OF_TICKET, ...OF_DESK],
} as const

for (const [which, screens] of Object.entries(WALKS)) {
  test(`axe finds nothing in any dialog, empty and filled, light and dark: ${which}`, async ({
    house,
    sit,
  }) => {
    const seat = await sitInDemo(house, sit)
    await seat.desk.openTicket('Charged twice, and the scanner still will not pair')
    expect(await walk(seat, screens)).toEqual([])
  })
}
