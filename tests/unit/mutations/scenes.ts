import type { MutationContext } from '../../../shared/mutations/define.ts'
import type { MutationInput, MutationName } from '../../../shared/mutations/index.ts'
import {
  actorOf,
  aBugReport,
  aCalendar,
  aCharge,
  aComplaint,
  aContactPoint,
  aCustomer,
  aDispute,
  aDraft,
  aFollowUp,
  aHandOver,
  aGoodwill,
  aKeep,
  aKnownIssue,
  aLease,
  aMessage,
  anAgent,
  anAllowance,
  anApproval,
  anAsset,
  anEscalation,
  anImpact,
  anIssueLink,
  anIssueUpdate,
  aNeed,
  aNote,
  anOrder,
  aPolicy,
  aProduct,
  aPromise,
  aRecoveryStep,
  aHold,
  aReturnCase,
  aSubscription,
  aTakeover,
  aTarget,
  aTeam,
  aThread,
  aTicket,
  aTicketLink,
  aViewBody,
  anOrganisation,
  anOwnView,
  aSharedView,
  byAutomation,
  idOf,
  NOW_MS,
  onHub,
  someServiceLevels,
} from '../../support/builders.ts'
import {
  aFeedback,
  anUnplacedPost,
  aPublicPost,
  aPlan,
  aPlanStep,
  aPlanTemplate,
  aSurvey,
  anOutreachRule,
  aRelation,
} from '../../support/relation-builders.ts'
import { aNextQuestion, anOpportunity, aProposal } from '../../support/growth-builders.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { createWorld } from '../../support/row-world.ts'
import type { World } from '../../support/row-world.ts'
import { diagnosisSamples, putDiagnosis } from './diagnosis-scenes.ts'
import { portraitSamples, putPortrait } from './portrait-scenes.ts'
import { putTraining, trainingSamples } from './training-scenes.ts'

/** Ids that scenes and tests share. */
export const ids = {
  customer: idOf(1),
  ticket: idOf(2),
  service: idOf(3),
  support: idOf(4),
  me: idOf(9),
  colleague: idOf(10),
  team: idOf(11),
  otherTicket: idOf(12),
  note: idOf(13),
  link: idOf(14),
  followUp: idOf(15),
  promise: idOf(16),
  draft: idOf(17),
  client: idOf(18),
  made: idOf(19),
  madeToo: idOf(20),
  message: idOf(21),
  order: idOf(23),
  issue: idOf(24),
  issueLink: idOf(25),
  issueUpdate: idOf(690),
  asset: idOf(26),
  subscription: idOf(702),
  organisation: idOf(730),
  hold: idOf(703),
  gap: idOf(704),
  form: idOf(0x630),
  contact: idOf(27),
  product: idOf(28),
  view: idOf(32),
  sharedView: idOf(33),
  otherSupport: idOf(36),
  sent: idOf(37),
  doubtful: idOf(38),
  myLease: idOf(39),
  otherLease: idOf(40),
  keep: idOf(41),
  escalation: idOf(330),
  impact: idOf(331),
  planTemplate: idOf(500),
  plan: idOf(501),
  planStep: idOf(502),
  planStepToo: idOf(503),
  survey: idOf(504),
  feedback: idOf(505),
  post: idOf(5_905),
  unplaced: idOf(5_906),
  moment: idOf(5_907),
  double: idOf(360),
  mergedDouble: idOf(361),
  relation: idOf(362),
  opportunity: idOf(506),
  agreed: idOf(507),
  passedOn: idOf(508),
  nextQuestion: idOf(509),
  proposal: idOf(510),
  ownProposal: idOf(511),
  handOver: idOf(43),
  returned: idOf(50),
  charge: idOf(51),
  dispute: idOf(52),
  oldDispute: idOf(53),
  approval: idOf(54),
  goodwill: idOf(55),
  complaint: idOf(56),
  step: idOf(57),
  need: idOf(58),
  otherCharge: idOf(59),
} as const

/** A customer with one service ticket: one message, a note, a link, a follow-up, a promise and my draft. */
export function aDesk(): World {
  const world = createWorld()
  world.put('customers', aCustomer())
  world.put('agents', anAgent({ id: ids.me }), anAgent({ id: ids.colleague, name: 'Tom Berg' }))
  world.put('teams', aTeam({ id: ids.team }))
  world.put('tickets', aTicket({ lastMessageSeq: 1 }), aTicket({ id: ids.otherTicket, number: 1043 }))
  world.put('threads', aThread({ waitingSinceMs: NOW_MS - 60_000 }))
  world.put('messages', aMessage({ id: ids.message, seq: 1 }))
  world.put('notes', aNote({ id: ids.note, authorId: ids.me }))
  world.put('ticketLinks', aTicketLink({ id: ids.link, otherTicketId: idOf(22) }))
  world.put('followUps', aFollowUp({ id: ids.followUp, ticketId: ids.ticket }))
  world.put('promises', aPromise({ id: ids.promise, ticketId: ids.ticket }))
  world.put('drafts', aDraft({ id: ids.draft, agentId: ids.me, clientId: ids.client }))
  world.put('orders', anOrder({ id: ids.order }))
  world.put('organisations', anOrganisation({ id: ids.organisation }))
  world.put('products', aProduct({ id: ids.product }))
  world.put('subscriptions', aSubscription({ id: ids.subscription }))
  world.put('articleGaps', sampleRow('articleGaps', { id: ids.gap, state: 'open', articleId: null }))
  world.put('holds', aHold({ id: ids.hold, customerId: ids.customer }))
  world.put('assets', anAsset({ id: ids.asset, productId: ids.product }))
  world.put('ticketForms', sampleRow('ticketForms', { id: ids.form, kind: 'service', version: 2 }))
  world.put('knownIssues', aKnownIssue({ id: ids.issue }), aKnownIssue({ id: idOf(29), code: 'KE-118' }))
  world.put('issueLinks', anIssueLink({ id: ids.issueLink, issueId: idOf(29) }))
  const restPlan = { audience: 'waiting' as const, subject: '', variants: [], exceptCustomerIds: [] }
  const requested = { restState: 'requested' as const, restTold: 0, restLeft: 0, restPlan }
  world.put('issueUpdates', anIssueUpdate({ id: ids.issueUpdate, issueId: ids.issue, ...requested }))
  world.put('contactPoints', aContactPoint({ id: ids.contact }))
  world.put('ownViews', anOwnView({ id: ids.view, agentId: ids.me }))
  world.put('sharedViews', aSharedView({ id: ids.sharedView }))
  world.put('planTemplates', aPlanTemplate({ id: ids.planTemplate }))
  world.put('plans', aPlan({ id: ids.plan }))
  world.put(
    'planSteps',
    aPlanStep({ id: ids.planStep, planId: ids.plan }),
    aPlanStep({ id: ids.planStepToo, planId: ids.plan, position: 2, kind: 'support' }),
  )
  world.put('outreachRules', anOutreachRule())
  world.put('surveys', aSurvey({ id: ids.survey, askedAtMs: NOW_MS - 40 * 86_400_000 }))
  world.put('feedback', aFeedback({ id: ids.feedback }))
  world.put('publicPosts', aPublicPost({ id: ids.post }))
  world.put('unplacedPosts', anUnplacedPost({ id: ids.unplaced, named: 'ana_r' }))
  world.put(
    'customers',
    aCustomer({ id: ids.double, name: 'A. Ruiz' }),
    aCustomer({ id: ids.mergedDouble, name: 'Ruiz, Ana', mergedIntoId: ids.customer }),
  )
  world.put('relations', aRelation({ id: ids.relation }))
  putOpportunities(world)
  world.put('keeps', aKeep({ id: ids.keep, agentId: ids.me, customerId: idOf(42) }))
  world.put(
    'escalations',
    anEscalation({ id: ids.escalation, engineeringKey: 'PB-881', tier: 'second-line' }),
  )
  world.put('impacts', anImpact({ id: ids.impact, ticketId: ids.otherTicket }))
  putDiagnosis(world)
  putPortrait(world)
  putTraining(world)
  world.put('handOvers', aHandOver({ id: ids.handOver, byAgentId: ids.colleague }))
  world.put('takeovers', aTakeover({ id: ids.ticket, ticketId: ids.ticket }))
  return world
}

/** One that is noted, one the customer agreed to, one that left for a team; and a question of the team's own. */
function putOpportunities(world: World): void {
  world.put('opportunities', anOpportunity({ id: ids.opportunity }))
  world.put(
    'opportunities',
    anOpportunity({ id: ids.agreed, consent: 'given', consentVia: 'phone', consentAtMs: NOW_MS }),
    anOpportunity({
      id: ids.passedOn,
      consent: 'given',
      consentVia: 'phone',
      consentAtMs: NOW_MS,
      state: 'passed-on',
      address: 'sales@partner.example',
      passedOnAtMs: NOW_MS,
    }),
  )
  world.put('nextQuestions', aNextQuestion({ id: ids.nextQuestion }))
  const mine = aProposal({ id: ids.ownProposal, authorId: ids.me })
  world.put('proposals', aProposal({ id: ids.proposal, authorId: ids.colleague }), mine)
}

/** A return over an agent's limit that waits for a supervisor, two disputed charges, a gesture, a complaint, a need. */
function putCases(world: World): void {
  world.put('allowances', anAllowance())
  world.put('returnCases', aReturnCase({ id: ids.returned, orderId: idOf(60) }))
  world.put('charges', aCharge({ id: ids.charge }), aCharge({ id: ids.otherCharge, state: 'disputed' }))
  world.put(
    'disputes',
    aDispute({ id: ids.dispute, chargeId: ids.otherCharge }),
    aDispute({ id: ids.oldDispute, chargeId: idOf(61), state: 'dismissed' }),
  )
  world.put('approvals', anApproval({ id: ids.approval, subjectId: ids.returned }))
  world.put('goodwills', aGoodwill({ id: ids.goodwill }))
  world.put('complaints', aComplaint({ id: ids.complaint }))
  world.put('recoverySteps', aRecoveryStep({ id: ids.step, complaintId: ids.complaint }))
  world.put('needs', aNeed({ id: ids.need }))
}

/** The same with support on the other ticket, leases there, and a promise that somebody may change. */
export function aWiderDesk(): World {
  const world = aDesk()
  const support = aThread({ id: ids.otherSupport, ticketId: ids.otherTicket, kind: 'support' })
  world.put('threads', aThread({ waitingSinceMs: NOW_MS - 60_000 }), support)
  // Seen by everybody who looked: it holds no reply.
  world.put(
    'messages',
    aMessage({ id: ids.message, seq: 1 }),
    aMessage({ id: ids.sent, seq: 1, direction: 'out', authorKind: 'agent', delivery: 'queued' }),
    aMessage({ id: ids.doubtful, seq: 1, direction: 'out', authorKind: 'agent', delivery: 'unknown' }),
  )
  const held = { ticketId: ids.otherTicket, takenAtMs: NOW_MS - 7_200_000 }
  world.put('leases', aLease({ ...held, id: ids.otherLease, agentId: ids.colleague }))
  world.put('leases', aLease({ ...held, id: ids.myLease, agentId: ids.me }))
  putCases(world)
  world.put('calendars', aCalendar())
  world.put('slaPolicies', aPolicy())
  return world
}

/** A ticket with a service and a support thread. */
export function aPairedDesk(): World {
  const world = aDesk()
  world.put(
    'threads',
    aThread({ isPaired: true, waitingSinceMs: NOW_MS - 60_000 }),
    aThread({ id: ids.support, kind: 'support', isPaired: true, waitingSinceMs: NOW_MS - 60_000 }),
  )
  return world
}

const receiver = { name: 'Ana Ruiz', address: 'ana@norte.example' }
const aPolicyContent = {
  name: 'Faster service',
  targets: {
    urgent: aTarget({ firstMinutes: 15 }),
    high: aTarget(),
    normal: aTarget(),
    low: null,
  },
  tiers: [{ tier: 'gold', targets: { urgent: aTarget(), high: null, normal: null, low: null } }],
  pausesIn: ['pending' as const],
  warnBefore: { minutes: 30, share: null },
  escalations: [
    {
      on: 'breach' as const,
      clocks: ['first' as const],
      tell: ['team-supervisors' as const],
      raiseTo: 'high' as const,
      moveToTeamId: ids.team,
    },
  ],
}
const aCalendarContent = {
  name: 'Branch office',
  timeZone: 'Europe/Lisbon',
  week: [{ weekday: 1, from: '09:00', to: '18:00' }],
  holidays: [{ date: '2026-12-25', name: 'Natal', open: [] }],
}
export const aFile = {
  id: idOf(30),
  fileName: 'receipt.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1200,
  sha256: 'ab'.repeat(32),
  contentId: null,
}

const contractContent = {
  productId: ids.product,
  name: 'Care plan',
  number: 'V-2041',
  state: 'active' as const,
  renewsOn: '2027-01-31',
  amount: { minor: 12_000, currency: 'EUR' },
  term: 'year' as const,
}
const productContent = {
  name: 'Scanner S3',
  sku: 'S3',
  currentVersion: '3.0',
  priceMinor: 31_000,
  currency: 'EUR',
  isActive: true,
  description: null,
  tags: ['stocktaking'],
}

/** One valid set of arguments for each mutation, to be taken on `aDesk`. A new mutation does not compile without. */
export const samples: { readonly [Name in MutationName]: MutationInput<Name> } = {
  'customer.create': {
    customerId: ids.made,
    name: 'Bo Larsen',
    organisationId: null,
    jobTitle: null,
    language: 'da',
    timeZone: null,
    preferredChannel: 'phone',
    labels: ['new'],
    facts: '',
    contactPoints: [
      { id: ids.madeToo, kind: 'phone', value: '+45 11 22 33 44', label: null, isPrimary: true },
    ],
  },
  'customer.editFacts': {
    customerId: ids.customer,
    facts: { seen: '', value: 'Prefers short answers.' },
    labels: { seen: [], value: ['vip'] },
    fields: [{ field: 'language', seen: 'es', value: 'en' }],
  },
  'ticket.create': {
    ticketId: ids.made,
    customerId: ids.customer,
    subject: 'Wants a second scanner',
    channel: 'phone',
    tags: ['sales'],
    fields: {},
    threads: [
      {
        id: ids.madeToo,
        kind: 'service',
        state: 'open',
        priority: 'normal',
        teamId: ids.team,
        assigneeId: ids.me,
      },
    ],
    message: null,
    note: { id: idOf(31), threadId: ids.madeToo, body: 'Called at nine.', attachments: [] },
  },
  'ticket.reply': {
    messageId: ids.made,
    ticketId: ids.ticket,
    threadId: ids.service,
    channel: 'email',
    to: [receiver],
    cc: [],
    bodyText: 'We refund it today.',
    bodyHtml: null,
    attachments: [aFile],
    seenUpToSeq: 1,
    confirmed: false,
  },
  'ticket.receive': {
    messageId: ids.made,
    ticketId: ids.ticket,
    channel: 'email',
    from: receiver,
    to: [],
    cc: [],
    bodyText: 'And now it reboots.',
    bodyHtml: null,
    mailId: '<1@norte.example>',
    receivedAtMs: NOW_MS,
    attachments: [],
  },
  'note.add': {
    noteId: ids.made,
    ticketId: ids.ticket,
    threadId: ids.service,
    body: 'Bank called.',
    attachments: [aFile],
  },
  'note.edit': { noteId: ids.note, seen: 'Bank confirms one charge.', body: 'Bank confirms two charges.' },
  'note.remove': { noteId: ids.note, ticketId: ids.ticket, seen: 'Bank confirms one charge.' },
  'thread.setState': { threadId: ids.service, state: 'solved', seen: 'open', seenUpToSeq: 1 },
  'thread.setPriority': { threadId: ids.service, priority: 'urgent', seen: 'normal' },
  'thread.assign': {
    threadId: ids.service,
    team: { seen: null, value: ids.team },
    assignee: { seen: null, value: ids.colleague },
  },
  'thread.take': { threadId: ids.service, agentId: ids.me, seen: null },
  'thread.snooze': { threadId: ids.service, untilMs: NOW_MS + 3_600_000, seen: 'open', seenUpToSeq: 1 },
  'thread.wake': { threadId: ids.service, untilMs: null },
  'thread.startClocks': { threadId: ids.service },
  'thread.setRestored': {
    threadId: ids.otherSupport,
    isRestored: true,
    seen: { restoredAtMs: null, reopenedCount: 0 },
    seenUpToSeq: 1,
  },
  'slaPolicy.set': { kind: 'service', seen: 1, content: aPolicyContent },
  'calendar.set': { key: 'office', seen: 0, content: aCalendarContent },
  'agent.setCapacity': { agentId: ids.colleague, capacity: 12, seen: null },
  'undoWindow.set': {
    channel: 'email',
    limits: { seconds: 20, least: 5, most: 30 },
    seen: { seconds: 10, least: 0, most: 60 },
  },
  'conflict.record': {
    customerId: ids.customer,
    ticketId: ids.ticket,
    threadId: ids.service,
    intent: 'thread.setState',
    reason: 'changed-since',
    taken: 'mine',
    messages: 0,
    fields: [
      {
        table: 'threads',
        id: ids.service,
        field: 'state',
        base: 'open',
        mine: 'pending',
        theirs: 'solved',
        taken: 'mine',
      },
    ],
  },
  'message.track': { messageId: ids.sent, delivery: 'bounced', atMs: NOW_MS + 2_000, code: '5.1.1' },
  'message.sendAgain': { messageId: ids.doubtful, seen: 'unknown' },
  'message.settle': { messageId: ids.doubtful, hasLeft: true },
  'thread.recordBreach': { threadId: ids.service },
  'ticket.tag': { ticketId: ids.ticket, tags: ['refund'] },
  'ticket.untag': { ticketId: ids.ticket, tags: ['refund'] },
  'ticket.relabel': { ticketId: ids.ticket, kind: 'both', seen: 'service', teamId: null },
  'triage.learn': { model: 'a1', basis: '2:5', lessons: 2, weights: [[17, 0.5, -0.25]] },
  'ticket.link': { linkId: ids.made, ticketId: ids.ticket, otherTicketId: ids.otherTicket, kind: 'related' },
  'ticket.unlink': { linkId: ids.link, ticketId: ids.ticket },
  'followUp.add': {
    followUpId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    title: 'Ask how the refund went',
    reason: null,
    channel: 'email',
    dueAtMs: NOW_MS + 86_400_000,
    ownerId: ids.me,
  },
  'followUp.complete': { followUpId: ids.followUp, state: 'done', outcome: 'She is happy.', seen: 'open' },
  'promise.add': {
    promiseId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    promise: 'Call back by Friday',
    dueAtMs: NOW_MS + 86_400_000,
    ownerId: ids.me,
  },
  'promise.keep': { promiseId: ids.promise, outcome: 'kept', seen: 'open' },
  'followUp.reschedule': {
    followUpId: ids.followUp,
    dueAtMs: NOW_MS + 2 * 86_400_000,
    seen: NOW_MS + 86_400_000,
  },
  'promise.reschedule': {
    promiseId: ids.promise,
    dueAtMs: NOW_MS + 2 * 86_400_000,
    seen: NOW_MS + 86_400_000,
  },
  'ticket.setSubject': {
    ticketId: ids.ticket,
    subject: 'Charged twice for one scanner',
    seen: aTicket().subject,
  },
  'thread.keepPriority': { threadId: ids.service, suggested: 'urgent' },
  'ticket.setFields': {
    ticketId: ids.ticket,
    fields: [
      { name: 'topic', seen: null, value: 'billing' },
      { name: 'shops', seen: null, value: 3 },
    ],
  },
  'ticketForm.set': {
    seen: 2,
    content: {
      kind: 'service',
      items: [
        {
          key: 'topic',
          label: { en: 'Topic', de: 'Thema' },
          type: 'choice',
          options: [{ key: 'billing', label: { en: 'Billing' } }],
          isRequired: true,
          isEarly: true,
        },
      ],
    },
  },
  'ticket.linkIssue': { linkId: ids.made, ticketId: ids.ticket, issueId: ids.issue },
  'ticket.unlinkIssue': { linkId: ids.issueLink, ticketId: ids.ticket },
  'knownIssue.create': {
    issueId: ids.made,
    code: null,
    title: 'Scanner reboots in the cradle',
    productId: ids.product,
    affectedVersions: ['2.3.x'],
    symptoms: 'It reboots while charging',
    errorCodes: ['E-310'],
    workaround: null,
    state: 'investigating',
    fixedInVersion: null,
    engineeringKey: 'PB-881',
  },
  'knownIssue.edit': {
    issueId: ids.issue,
    fields: [
      { field: 'state', seen: 'known', value: 'fixing' },
      { field: 'affectedVersions', seen: ['2.3.x'], value: ['2.2.x', '2.3.x'] },
      { field: 'workaround', seen: null, value: 'Charge it switched off.' },
    ],
  },
  'knownIssue.recordUpdate': {
    updateId: ids.made,
    issueId: ids.issue,
    body: 'A fix is being tested.',
    tickets: 12,
  },
  'escalation.raise': {
    escalationId: ids.made,
    ticketId: ids.ticket,
    tier: 'engineering',
    summary: 'Scanner reboots in the cradle',
    report: aBugReport(),
    assetId: ids.asset,
    engineeringKey: 'PB-881',
    seen: [],
  },
  'escalation.edit': {
    escalationId: ids.escalation,
    fields: [{ field: 'state', seen: 'requested', value: 'accepted' }],
  },
  'asset.report': {
    eventId: ids.made,
    assetId: ids.asset,
    event: 'crashed',
    detail: 'E-310',
    version: '9.9',
  },
  'product.set': {
    productId: ids.product,
    seen: 0,
    content: { ...productContent, name: 'Scanner S2, black' },
  },
  'product.report': { productId: ids.made, content: productContent, saidAtMs: NOW_MS },
  'order.report': {
    orderId: ids.order,
    customerId: ids.customer,
    content: {
      number: 'A-1001',
      state: 'shipped',
      totalMinor: 31_000,
      currency: 'EUR',
      carrier: 'DHL',
      trackingCode: 'TR1',
      placedAtMs: NOW_MS,
      deliveredAtMs: null,
    },
    lines: [{ id: ids.made, productId: ids.product, title: 'Scanner S2', quantity: 1, unitMinor: 31_000 }],
    saidAtMs: NOW_MS,
  },
  'invoice.report': {
    invoiceId: ids.made,
    customerId: ids.customer,
    content: {
      orderId: ids.order,
      number: '88-2190',
      state: 'paid',
      totalMinor: 31_000,
      currency: 'EUR',
      issuedAtMs: NOW_MS,
      dueAtMs: null,
    },
    charges: [
      { id: ids.madeToo, state: 'captured', amountMinor: 31_000, method: 'card', chargedAtMs: NOW_MS },
    ],
    saidAtMs: NOW_MS,
  },
  'subscription.report': {
    subscriptionId: ids.subscription,
    customerId: ids.customer,
    content: { ...contractContent, state: 'cancelled' },
    saidAtMs: NOW_MS,
  },
  'subscription.note': { subscriptionId: ids.made, customerId: ids.customer, content: contractContent },
  'subscription.edit': {
    subscriptionId: ids.subscription,
    fields: [
      { field: 'renewsOn', seen: '2027-01-31', value: '2028-01-31' },
      { field: 'amount', seen: null, value: { minor: 24_000, currency: 'EUR' } },
    ],
  },
  'organisation.report': {
    organisationId: ids.organisation,
    reference: 'A-17',
    name: 'Norte Logística SL',
    domain: null,
    country: 'ES',
    saidAtMs: NOW_MS,
  },
  'organisation.create': {
    organisationId: ids.made,
    content: { name: 'Saffron Lane', domain: 'saffron.example', country: 'GB', notes: null },
  },
  'organisation.edit': {
    organisationId: ids.organisation,
    fields: [
      { field: 'notes', seen: null, value: 'Calls go through the office' },
      { field: 'domain', seen: 'norte.example', value: null },
    ],
  },
  'articleGap.flag': { gapId: ids.made, words: 'refund of points', kind: 'service', ticketId: ids.ticket },
  'articleGap.set': { gapId: ids.gap, state: 'closed', articleId: null, seen: 'open' },
  'hold.place': {
    holdId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    reason: 'Asked for by a court',
  },
  'hold.lift': { holdId: ids.hold },
  'customer.record': {
    customerId: ids.customer,
    value: { yearlyMinor: 1_200_000, currency: 'EUR' },
    sinceMs: NOW_MS - 86_400_000,
    reference: 'C-1003',
    organisationId: null,
    saidAtMs: NOW_MS,
  },
  'engineering.mirror': {
    key: 'PB-881',
    url: 'https://tracker.example/PB-881',
    title: 'Watchdog resets while charging',
    status: 'In review',
    state: 'in-progress',
    fixedInVersion: null,
    saidAtMs: NOW_MS - 60_000,
  },
  'impact.start': {
    impactId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    assetId: ids.asset,
    scope: 'down',
    downSinceMs: NOW_MS - 7_200_000,
  },
  'impact.edit': {
    impactId: ids.impact,
    fields: [{ field: 'restoredAtMs', seen: null, value: NOW_MS - 60_000 }],
  },
  'cause.record': {
    causeId: ids.made,
    ticketId: ids.ticket,
    seen: 0,
    content: {
      category: 'defect',
      evidence: 'The watchdog bites while the battery is measured',
      remedy: 'fix',
      remedyText: 'Firmware 2.4.0',
      url: null,
      assetId: ids.asset,
      productId: ids.product,
      version: '2.3.1',
    },
  },
  'asset.add': {
    assetId: ids.made,
    customerId: ids.customer,
    productId: ids.product,
    name: 'Scanner at the door',
    serial: null,
    version: '2.3.1',
  },
  'asset.update': {
    assetId: ids.asset,
    fields: [
      { field: 'version', seen: '2.3.1', value: '2.4.0' },
      { field: 'state', seen: 'in-use', value: 'broken' },
      { field: 'downSinceMs', seen: null, value: NOW_MS },
    ],
  },
  'return.start': {
    returnId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    orderId: ids.order,
    kind: 'refund',
    reason: 'Charged twice',
    amountMinor: 24_900,
    currency: 'EUR',
    seen: [],
  },
  'allowance.set': {
    role: 'agent',
    currency: 'EUR',
    limits: { returnMinor: 20_000, correctionMinor: 10_000, goodwillMinor: 2_000, goodwillMonthMinor: 5_000 },
    seen: { returnMinor: 10_000, correctionMinor: 10_000, goodwillMinor: 2_000, goodwillMonthMinor: 5_000 },
  },
  'return.move': { returnId: ids.returned, to: 'refused', words: 'Opened and used', seen: 'requested' },
  'approval.decide': { approvalId: ids.approval, outcome: 'approved', words: null, seen: 'requested' },
  'dispute.open': {
    disputeId: ids.made,
    chargeId: ids.charge,
    ticketId: ids.ticket,
    cause: 'duplicate',
    note: 'Charged on Monday and again on Tuesday',
    seen: [],
  },
  'dispute.correct': {
    disputeId: ids.dispute,
    afterMinor: 20_000,
    reason: 'The agreed price was 200 EUR',
    seen: 'open',
  },
  'dispute.dismiss': { disputeId: ids.dispute, reason: 'Two orders', seen: 'open' },
  'goodwill.give': {
    goodwillId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    agentId: ids.me,
    kind: 'voucher',
    amountMinor: 1_500,
    currency: 'EUR',
    reason: 'Second broken scanner',
  },
  'goodwill.withdraw': { goodwillId: ids.goodwill },
  'loyalty.book': {
    entryId: ids.made,
    customerId: ids.customer,
    ticketId: null,
    points: 200,
    reason: 'adjusted',
    note: 'Order 7633 was missing',
  },
  'complaint.open': {
    complaintId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    title: 'Nobody called back',
    severity: 'high',
    ownerId: ids.me,
    mentionsReview: true,
    steps: [{ stepId: ids.madeToo, title: 'Call her', dueAtMs: NOW_MS + 3_600_000 }],
  },
  'complaint.edit': {
    complaintId: ids.complaint,
    fields: [
      { field: 'severity', seen: 'high', value: 'critical' },
      { field: 'state', seen: 'open', value: 'resolved' },
      { field: 'outcome', seen: null, value: 'She stays' },
    ],
  },
  'complaint.addStep': {
    stepId: ids.made,
    complaintId: ids.complaint,
    title: 'Send a new one',
    dueAtMs: NOW_MS + 86_400_000,
  },
  'complaint.tickStep': { stepId: ids.step, isDone: true },
  'need.capture': {
    needId: ids.need,
    customerId: ids.customer,
    ticketId: null,
    occasion: 'Stocktaking in four shops',
    budgetMinor: 120_000,
    currency: 'EUR',
    wishes: ['mobile', 'long battery'],
    productIds: [ids.product],
    seen: NOW_MS,
  },
  'need.step': { needId: ids.need, step: 'offered', isDone: true },
  'contact.add': {
    contactPointId: ids.made,
    customerId: ids.customer,
    kind: 'phone',
    value: '+34 600 11 22 33',
    label: 'shop',
  },
  'contact.remove': { contactPointId: ids.contact, customerId: ids.customer },
  'lease.take': {
    leaseId: ids.made,
    ticketId: ids.ticket,
    agentId: ids.me,
    forMs: 4 * 3_600_000,
    seen: null,
  },
  'lease.release': { leaseId: ids.myLease, ticketId: ids.otherTicket },
  'lease.break': { leaseId: ids.otherLease, ticketId: ids.otherTicket, seen: NOW_MS + 14_400_000 },
  'scopePolicy.set': {
    agentId: ids.me,
    seen: 0,
    content: {
      queues: 'own',
      alsoTeamIds: [],
      withoutTeamIds: [ids.team],
      days: 30,
      megabytes: 500,
      mayFetch: 'own',
    },
  },
  'keep.fetch': {
    keepId: ids.made,
    agentId: ids.me,
    customerId: ids.customer,
    ticketId: ids.ticket,
    forMs: 86_400_000,
  },
  'keep.end': { keepId: ids.keep },
  'draft.save': {
    draftId: ids.draft,
    clientId: ids.client,
    ticketId: ids.ticket,
    mode: 'reply',
    body: 'Dear Ana, we',
    to: [receiver],
    cc: [],
    seenUpToSeq: 1,
    files: [
      {
        id: idOf(30),
        fileName: 'receipt.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 1200,
        sha256: 'ab'.repeat(32),
      },
    ],
  },
  'draft.discard': { draftId: ids.draft },
  'view.create': {
    viewId: ids.made,
    sharedWith: null,
    name: 'Gold, waiting long',
    body: aViewBody(),
    position: 2,
  },
  'view.edit': {
    viewId: ids.view,
    isShared: false,
    name: { seen: 'Gold first', value: 'Gold and silver' },
    body: null,
    teamIds: null,
    position: null,
  },
  'view.remove': { viewId: ids.view, isShared: false, name: 'Gold first' },
  ...diagnosisSamples,
  ...portraitSamples,
  ...trainingSamples,
  'customer.merge': { customerId: ids.double, intoId: ids.customer, seen: null },
  'customer.unmerge': { customerId: ids.mergedDouble, seen: ids.customer },
  'relation.add': {
    relationId: ids.made,
    customerId: ids.customer,
    otherCustomerId: ids.double,
    otherName: null,
    kind: 'assistant',
    note: 'Answers on Mondays',
    sinceMs: null,
  },
  'relation.edit': {
    relationId: ids.relation,
    fields: [
      { field: 'kind', seen: 'decision-maker', value: 'billing-contact' },
      { field: 'note', seen: null, value: 'Pays for all shops' },
    ],
  },
  'relation.end': { relationId: ids.relation, endedAtMs: NOW_MS, seen: null },
  'relation.remove': { relationId: ids.relation, customerId: ids.customer },
  'planTemplate.set': {
    templateId: ids.planTemplate,
    seen: 1,
    content: {
      name: 'First shop, short',
      isActive: true,
      steps: [{ title: 'Welcome call', kind: 'service', days: 1, owner: 'owner' }],
    },
  },
  'plan.start': {
    planId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    template: { id: ids.planTemplate, version: 1 },
    name: 'First shop',
    ownerId: ids.me,
    steps: [
      { id: ids.madeToo, title: 'Welcome call', kind: 'service', dueAtMs: NOW_MS, ownerId: ids.me },
      { id: idOf(31), title: 'Pair the tills', kind: 'support', dueAtMs: NOW_MS, ownerId: null },
    ],
    seen: [],
  },
  'plan.end': { planId: ids.plan, state: 'cancelled', seen: 'active' },
  'planStep.close': { stepId: ids.planStep, state: 'done', seen: 'open' },
  'planStep.edit': {
    stepId: ids.planStep,
    due: { seen: NOW_MS + 86_400_000, value: NOW_MS + 2 * 86_400_000 },
    owner: { seen: null, value: ids.me },
  },
  'outreachRule.set': {
    reason: 'no-contact',
    seen: 1,
    content: { days: 90, isActive: true, segment: { tiers: ['gold'] } },
  },
  'outreach.decide': {
    outreachId: ids.made,
    customerId: ids.customer,
    reason: 'no-contact',
    occasion: ids.customer,
    state: 'done',
    untilMs: null,
    note: 'Called, all is well.',
    seen: 'open',
  },
  'survey.ask': {
    surveyId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    kind: 'csat',
    seen: [],
  },
  'survey.answer': { surveyId: ids.survey, score: 9, comment: 'Always helpful.', seen: null },
  'feedback.add': {
    feedbackId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    kind: 'product',
    area: 'Reports',
    productId: ids.product,
    text: 'Wants the daily report by mail.',
  },
  'publicPost.hold': {
    postId: ids.made,
    content: {
      place: 'Trustpilot',
      url: null,
      author: null,
      stars: 1,
      body: 'Nobody answers.',
      postedAtMs: NOW_MS,
    },
    named: 'who@else.example',
    saidAtMs: NOW_MS,
  },
  'publicPost.place': { postId: ids.unplaced, customerId: ids.customer },
  'publicPost.release': { postId: ids.post, named: null, unmark: [] },
  'publicPost.setAside': { postId: ids.unplaced, isAside: true },
  'experience.report': {
    momentId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    place: 'courier',
    words: 'Left the box in the rain',
    atMs: NOW_MS - 3_600_000,
  },
  'experience.takeBack': { momentId: ids.moment },
  'publicPost.answer': { postId: ids.post, ticketId: ids.ticket, seen: null },
  'publicPost.report': {
    postId: ids.post,
    customerId: ids.customer,
    content: {
      place: 'Trustpilot',
      url: null,
      author: 'ana_r',
      stars: 1,
      body: 'Still no refund.',
      postedAtMs: NOW_MS,
    },
    saidAtMs: NOW_MS,
  },
  'feedback.setState': { feedbackId: ids.feedback, state: 'passed-on', seen: 'open' },
  'opportunity.note': {
    opportunityId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    kind: 'upsell',
    productId: ids.product,
    note: 'Opens a second shop in March and asked about more tills.',
    valueMinor: 240_000,
    currency: 'EUR',
    agreedVia: null,
    isDropped: false,
  },
  'opportunity.edit': {
    opportunityId: ids.opportunity,
    note: { seen: 'Asked what a second till costs.', value: 'Asked what two more tills cost.' },
    product: null,
    value: { seen: null, value: { minor: 120_000, currency: 'EUR' } },
    owner: { seen: null, value: ids.colleague },
  },
  'opportunity.consent': {
    opportunityId: ids.opportunity,
    consent: 'given',
    via: 'phone',
    seen: 'not-asked',
  },
  'opportunity.passOn': { opportunityId: ids.agreed, teamId: ids.team, address: null, seen: 'noted' },
  'opportunity.takeBack': { opportunityId: ids.passedOn, seen: 'passed-on' },
  'opportunity.move': { opportunityId: ids.passedOn, state: 'withdrawn', seen: 'passed-on' },
  'opportunity.sent': { opportunityId: ids.passedOn },
  'nextQuestion.set': {
    questionId: ids.nextQuestion,
    seen: 1,
    content: {
      question: 'Can I still change the delivery address?',
      answer: 'Yes, until the parcel has left our house.',
      articleId: null,
      conditions: { orderStates: ['placed', 'paid'], withinDays: 3 },
      isActive: true,
    },
  },
  'survey.sent': { surveyId: ids.survey },
  'article.set': {
    articleId: ids.made,
    seen: 0,
    content: {
      title: 'Points of invoices',
      language: 'en',
      body: 'They are booked once the invoice is paid.',
      url: null,
      tags: ['loyalty'],
      kind: 'service',
      state: 'published',
    },
  },
  'macro.set': {
    macroId: ids.made,
    seen: 0,
    content: {
      title: 'Points',
      language: 'en',
      kind: 'service',
      body: 'Hello {{customer.firstName}}, they come with your payment.',
      steps: [{ mutation: 'thread.setState', args: { state: 'pending' } }],
      family: 'bad-news',
      isRetired: false,
    },
  },
  'proposal.make': {
    proposalId: ids.made,
    ticketId: ids.ticket,
    threadId: ids.service,
    channel: 'email',
    to: [{ name: 'Ana Ruiz', address: 'ana@example.com' }],
    cc: [],
    bodyText: 'It left our house this morning.',
    seenUpToSeq: 1,
    attachments: [aFile],
  },
  'proposal.withdraw': { proposalId: ids.ownProposal, seen: 'proposed' },
  'proposal.release': {
    proposalId: ids.proposal,
    messageId: ids.made,
    isChanged: false,
    seen: 'proposed',
  },
  'proposal.sendBack': {
    proposalId: ids.proposal,
    words: 'Name the day it arrives.',
    seen: 'proposed',
  },
  'knownIssue.restTold': {
    updateId: ids.issueUpdate,
    step: { what: 'left', ticketId: ids.ticket, eventId: ids.made, reason: 'leased', code: 'KE-1' },
  },
  'relationship.waive': {
    closingId: ids.made,
    threadId: ids.service,
    reason: 'She asked for no call.',
    seen: 'open',
    seenUpToSeq: 1,
  },
  'closing.record': {
    closingId: ids.made,
    threadId: ids.service,
    answers: { resolved: true, more: false, next: 'none', survey: 'not-now' },
  },
  'recovery.plan': {
    followUpId: ids.made,
    customerId: ids.customer,
    ticketId: ids.ticket,
    title: 'Make up for the late answer',
    reason: null,
    dueAtMs: NOW_MS + 86_400_000,
    ownerId: ids.me,
    because: 'sla-missed',
    count: 1,
  },
  'handOver.give': {
    handOverId: ids.made,
    ticketId: ids.ticket,
    fromKind: 'service',
    toKind: 'support',
    toAgentId: ids.colleague,
    toTeamId: null,
    note: 'She has tried a restart. The invoice is settled.',
    isQuestion: false,
  },
  'handOver.take': { handOverId: ids.handOver },
  'ticket.takeOver': { ticketId: ids.ticket, agentId: ids.me, seen: null },
  'ticket.converse': {
    ticketId: ids.ticket,
    channel: 'chat',
    from: receiver,
    lines: [
      { id: ids.made, by: 'bot', text: 'Which scanner do you have?', atMs: NOW_MS - 60_000 },
      { id: idOf(705), by: 'customer', text: 'The S2. A person, please.', atMs: NOW_MS - 30_000 },
    ],
    takeover: { bot: 'Robin', reason: 'asked', words: null },
  },
  'teamRule.set': {
    key: 'experience',
    values: { transfers: 3, countsReopened: false },
    seen: { transfers: null, countsReopened: null },
  },
}

const ofTheHub: ReadonlySet<string> = new Set([
  'ticket.receive',
  'ticket.converse',
  'thread.startClocks',
  'thread.recordBreach',
  'message.track',
  'triage.learn',
  'engineering.mirror',
  'asset.report',
  'product.report',
  'order.report',
  'invoice.report',
  'customer.record',
  'subscription.report',
  'publicPost.report',
  'publicPost.hold',
  'organisation.report',
  'opportunity.sent',
  'survey.sent',
  'knownIssue.restTold',
])

/** What agents may not do. */
export const ofSupervisors: ReadonlySet<string> = new Set([
  'articleGap.set',
  'hold.place',
  'hold.lift',
  'product.set',
  'slaPolicy.set',
  'calendar.set',
  'agent.setCapacity',
  'undoWindow.set',
  'allowance.set',
  'approval.decide',
  'loyalty.book',
  'lease.break',
  'guide.set',
  'ticketForm.set',
  'requiredDetails.set',
  'requiredDetails.remove',
  'planTemplate.set',
  'outreachRule.set',
  'teamRule.set',
  'nextQuestion.set',
  'trainingList.set',
  'coaching.write',
  'article.set',
  'macro.set',
])
const bySupervisor = { actor: actorOf(anAgent({ id: ids.me, role: 'supervisor' })) }

/** Who acts in a scene: receiving and timers are the hub's own acts, promises are a supervisor's. */
export const contextFor = (name: MutationName, facts: Partial<MutationContext> = {}): MutationContext =>
  ofTheHub.has(name)
    ? byAutomation({ serviceLevels: someServiceLevels(), ...facts })
    : onHub({
        serviceLevels: someServiceLevels(),
        ...(ofSupervisors.has(name) ? bySupervisor : {}),
        ...facts,
      })
