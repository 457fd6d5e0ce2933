import type { Takeover } from '../../shared/domain/takeovers.ts'
import type {
  Agent,
  ContactPoint,
  Customer,
  CustomerPromise,
  FollowUp,
  Organisation,
  Team,
} from '../../shared/domain/people.ts'
import type { HandOver } from '../../shared/domain/between.ts'
import type { Calendar, SlaPolicy, SlaTarget } from '../../shared/domain/service-levels.ts'
import type {
  EngineeringIssue,
  Escalation,
  Impact,
  IssueUpdate,
  RootCause,
} from '../../shared/domain/incidents.ts'
import type { Asset, Charge, Order, Product, ReturnCase, Subscription } from '../../shared/domain/commerce.ts'
import type { Hold } from '../../shared/domain/keeping.ts'
import type {
  Allowance,
  Approval,
  Complaint,
  Dispute,
  Goodwill,
  LoyaltyEntry,
  Need,
  RecoveryStep,
} from '../../shared/domain/cases.ts'
import { allowanceId } from '../../shared/domain/cases.ts'
import type { KnownIssue } from '../../shared/domain/knowledge.ts'
import type {
  Attachment,
  Draft,
  IssueLink,
  Lease,
  Message,
  Note,
  Thread,
  Ticket,
  TicketEvent,
  TicketLink,
} from '../../shared/domain/tickets.ts'
import { WORKSPACE_SCOPE_ID } from '../../shared/domain/scope.ts'
import type { Keep, ScopePolicyRow } from '../../shared/domain/scope.ts'
import type { OwnView, SharedView } from '../../shared/domain/views.ts'
import { ruleOf } from '../../shared/rules/saved-views/rule.ts'
import type { ViewBody } from '../../shared/rules/saved-views/rule.ts'
import { derivedIdOf } from '../../shared/mutations/decide.ts'
import { AUTOMATION } from '../../shared/mutations/define.ts'
import type { Actor, MutationContext } from '../../shared/mutations/define.ts'
import { NO_SERVICE_LEVELS, serviceLevels } from '../../shared/rules/sla/service-levels.ts'
import type { ServiceLevels } from '../../shared/rules/sla/service-levels.ts'

/** Monday, 3 March 2025, 10:00 UTC: when tests happen unless they say otherwise. */
export const NOW_MS = Date.UTC(2025, 2, 3, 10)

/** The n-th id: a UUIDv7 anybody can read. */
export const idOf = (n: number): string => `01955bb0-a580-7000-8000-${n.toString(16).padStart(12, '0')}`

let made = 0
/** Another id in every call of a test file; the order of calls is the order of ids. */
export const freshId = (): string => idOf(0x10_0000 + made++)

const customerOf = (row: { readonly customerId?: string }): string => row.customerId ?? idOf(1)
const ticketOf = (row: { readonly ticketId?: string }): string => row.ticketId ?? idOf(2)

export const anAgent = (row: Partial<Agent> = {}): Agent => ({
  id: freshId(),
  name: 'Lena Koch',
  email: 'lena@tandem.example',
  role: 'agent',
  teamIds: [],
  isActive: true,
  capacity: null,
  guestUntilMs: null,
  guestHours: null,
  ...row,
})
export const aTeam = (row: Partial<Team> = {}): Team => ({
  id: freshId(),
  name: 'Service',
  kind: 'service',
  ...row,
})
export const anOrganisation = (row: Partial<Organisation> = {}): Organisation => ({
  id: freshId(),
  name: 'Norte Logística',
  domain: 'norte.example',
  country: 'ES',
  notes: null,
  reference: null,
  reportedAtMs: null,
  ...row,
})
/** Id 1 unless said otherwise, so that rows which name no customer belong together. */
export const aCustomer = (row: Partial<Customer> = {}): Customer => ({
  id: idOf(1),
  name: 'Ana Ruiz',
  organisationId: null,
  jobTitle: null,
  tier: null,
  language: 'es',
  timeZone: 'Europe/Madrid',
  preferredChannel: 'email',
  journeyStage: 'using',
  labels: [],
  facts: '',
  fields: {},
  yearlyValueMinor: null,
  currency: null,
  health: null,
  customerSinceMs: null,
  mergedIntoId: null,
  factsMarks: null,
  givenAway: null,
  reportedAtMs: null,
  createdAtMs: NOW_MS,
  ...row,
})
export const aContactPoint = (row: Partial<ContactPoint> = {}): ContactPoint => ({
  id: freshId(),
  customerId: customerOf(row),
  kind: 'email',
  value: 'ana@norte.example',
  label: null,
  isPrimary: true,
  ...row,
})
/** Id 2 unless said otherwise. */
export const aTicket = (row: Partial<Ticket> = {}): Ticket => ({
  id: idOf(2),
  customerId: customerOf(row),
  number: 1042,
  subject: 'Charged twice',
  channel: 'email',
  tags: [],
  fields: {},
  lastMessageSeq: 0,
  createdAtMs: NOW_MS,
  createdBy: null,
  mergedIntoId: null,
  ...row,
})
/** Id 3 unless said otherwise: an open service thread. */
export const aThread = (row: Partial<Thread> = {}): Thread => ({
  id: idOf(3),
  ticketId: ticketOf(row),
  customerId: customerOf(row),
  kind: 'service',
  state: 'open',
  assigneeId: null,
  teamId: null,
  priority: 'normal',
  isPaired: false,
  lastActivityAtMs: NOW_MS,
  waitingSinceMs: null,
  snoozedUntilMs: null,
  dueAtMs: null,
  openedAtMs: NOW_MS,
  solvedAtMs: null,
  reopenedCount: 0,
  answeredAtMs: null,
  restoredAtMs: null,
  clocks: null,
  ...row,
})
export const aMessage = (row: Partial<Message> = {}): Message => ({
  id: freshId(),
  ticketId: ticketOf(row),
  customerId: customerOf(row),
  seq: 1,
  direction: 'in',
  channel: 'email',
  authorKind: 'customer',
  authorId: null,
  from: { name: 'Ana Ruiz', address: 'ana@norte.example' },
  to: [{ name: null, address: 'help@tandem.example' }],
  cc: [],
  bodyText: 'I was charged twice.',
  bodyHtml: null,
  messageId: null,
  delivery: 'none',
  writtenAtMs: NOW_MS,
  acceptedAtMs: NOW_MS,
  deliveredAtMs: null,
  ...row,
})
export const aNote = (row: Partial<Note> = {}): Note => ({
  id: freshId(),
  ticketId: ticketOf(row),
  customerId: customerOf(row),
  threadId: null,
  authorKind: 'agent',
  authorId: null,
  body: 'Bank confirms one charge.',
  createdAtMs: NOW_MS,
  editedAtMs: null,
  ...row,
})
export const anAttachment = (row: Partial<Attachment> = {}): Attachment => ({
  id: freshId(),
  ticketId: ticketOf(row),
  customerId: customerOf(row),
  messageId: null,
  noteId: null,
  proposalId: null,
  fileName: 'receipt.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1200,
  sha256: 'a'.repeat(64),
  contentId: null,
  ...row,
})
export const anEvent = (row: Partial<TicketEvent> = {}): TicketEvent => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: idOf(2),
  threadId: null,
  type: 'ticket.created',
  kind: null,
  actorId: null,
  facts: {},
  atMs: NOW_MS,
  ...row,
})
export const aTicketLink = (row: Partial<TicketLink> = {}): TicketLink => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: ticketOf(row),
  otherTicketId: freshId(),
  kind: 'related',
  createdBy: null,
  createdAtMs: NOW_MS,
  ...row,
})
export const aDraft = (row: Partial<Draft> = {}): Draft => ({
  id: freshId(),
  agentId: freshId(),
  clientId: freshId(),
  ticketId: ticketOf(row),
  mode: 'reply',
  body: 'Dear Ana',
  to: null,
  cc: null,
  seenUpToSeq: 0,
  updatedAtMs: NOW_MS,
  files: null,
  ...row,
})
export const aViewBody = (body: Partial<ViewBody> = {}): ViewBody => ({
  rule: ruleOf(
    { field: 'state', op: 'any', values: ['open'] },
    { field: 'tier', op: 'any', values: ['gold'] },
  ),
  sort: 'waiting',
  columns: null,
  ...body,
})
export const anOwnView = (row: Partial<OwnView> = {}): OwnView => ({
  id: freshId(),
  agentId: freshId(),
  name: 'Gold first',
  body: aViewBody(),
  position: 1,
  updatedAtMs: NOW_MS,
  ...row,
})
export const aSharedView = (row: Partial<SharedView> = {}): SharedView => ({
  id: freshId(),
  name: 'Waiting over four hours',
  body: aViewBody(),
  teamIds: [],
  position: 1,
  createdBy: null,
  updatedAtMs: NOW_MS,
  ...row,
})
export const anIssueLink = (row: Partial<IssueLink> = {}): IssueLink => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: ticketOf(row),
  issueId: freshId(),
  createdBy: null,
  createdAtMs: NOW_MS,
  ...row,
})
/** Held by somebody for the next four hours. */
export const aLease = (row: Partial<Lease> = {}): Lease => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: ticketOf(row),
  agentId: freshId(),
  takenAtMs: NOW_MS - 3_600_000,
  untilMs: NOW_MS + 14_400_000,
  endedAtMs: null,
  endedBy: null,
  ...row,
})
/** The workspace's policy for laptops; with an agent's id, the agent's own. */
export const aScopePolicy = (row: Partial<ScopePolicyRow> = {}): ScopePolicyRow => ({
  id: WORKSPACE_SCOPE_ID,
  agentId: null,
  version: 1,
  queues: 'all',
  alsoTeamIds: [],
  withoutTeamIds: [],
  days: null,
  megabytes: null,
  mayFetch: 'own',
  updatedAtMs: NOW_MS,
  ...row,
})
export const aKeep = (row: Partial<Keep> = {}): Keep => ({
  id: freshId(),
  agentId: freshId(),
  customerId: idOf(1),
  ticketId: null,
  fetchedAtMs: NOW_MS - 3_600_000,
  untilMs: NOW_MS + 86_400_000,
  ...row,
})
export const aFollowUp = (row: Partial<FollowUp> = {}): FollowUp => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  title: 'Call about the second scanner',
  reason: null,
  channel: 'phone',
  dueAtMs: NOW_MS + 86_400_000,
  ownerId: null,
  state: 'open',
  outcome: null,
  createdAtMs: NOW_MS,
  completedAtMs: null,
  macroId: null,
  ...row,
})
export const aPromise = (row: Partial<CustomerPromise> = {}): CustomerPromise => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  promise: 'Refund 249 EUR on her account',
  dueAtMs: NOW_MS + 86_400_000,
  ownerId: null,
  state: 'open',
  createdAtMs: NOW_MS,
  closedAtMs: null,
  ...row,
})
export const aProduct = (row: Partial<Product> = {}): Product => ({
  id: freshId(),
  name: 'Scanner S2',
  sku: 'S2',
  currentVersion: '2.4.0',
  description: null,
  tags: null,
  priceMinor: 24_900,
  currency: 'EUR',
  isActive: true,
  version: null,
  reportedAtMs: null,
  ...row,
})
export const anAsset = (row: Partial<Asset> = {}): Asset => ({
  id: freshId(),
  customerId: customerOf(row),
  productId: null,
  name: 'Scanner at the gate',
  serial: 'S2-0001',
  version: '2.3.1',
  state: 'in-use',
  environment: {},
  downSinceMs: null,
  acquiredAtMs: null,
  ...row,
})
export const anOrder = (row: Partial<Order> = {}): Order => ({
  id: freshId(),
  customerId: customerOf(row),
  number: 'A-1001',
  state: 'delivered',
  totalMinor: 24_900,
  currency: 'EUR',
  carrier: null,
  trackingCode: null,
  placedAtMs: NOW_MS,
  deliveredAtMs: null,
  reportedAtMs: null,
  ...row,
})
export const aSubscription = (row: Partial<Subscription> = {}): Subscription => ({
  id: freshId(),
  customerId: customerOf(row),
  productId: null,
  name: 'Care plan',
  number: null,
  state: 'active',
  renewsOn: '2027-01-31',
  amountMinor: null,
  currency: null,
  term: null,
  createdAtMs: NOW_MS,
  reportedAtMs: null,
  ...row,
})
export const aHold = (row: Partial<Hold> = {}): Hold => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  reason: 'A court has asked for it',
  agentId: null,
  placedAtMs: NOW_MS,
  ...row,
})
export const aReturnCase = (row: Partial<ReturnCase> = {}): ReturnCase => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  orderId: null,
  lines: null,
  decision: null,
  number: 'R-7F3-A2C9',
  kind: 'return',
  state: 'requested',
  reason: null,
  amountMinor: 24_900,
  currency: 'EUR',
  createdAtMs: NOW_MS,
  closedAtMs: null,
  ...row,
})
export const aCharge = (row: Partial<Charge> = {}): Charge => ({
  id: freshId(),
  customerId: customerOf(row),
  invoiceId: null,
  state: 'captured',
  amountMinor: 24_900,
  currency: 'EUR',
  method: 'card',
  chargedAtMs: NOW_MS,
  ...row,
})
/** What agents may give away alone: 100 EUR of returns and corrections, 20 EUR a gesture, 50 in a month. */
export const anAllowance = (row: Partial<Allowance> = {}): Allowance => {
  const { role = 'agent', currency = 'EUR' } = row
  return {
    id: allowanceId(role === 'other' ? 'agent' : role, currency),
    role,
    currency,
    returnMinor: 10_000,
    correctionMinor: 10_000,
    goodwillMinor: 2_000,
    goodwillMonthMinor: 5_000,
    updatedAtMs: NOW_MS,
    ...row,
  }
}
export const anApproval = (row: Partial<Approval> = {}): Approval => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  subjectKind: 'return',
  subjectId: freshId(),
  chargeId: null,
  amountMinor: 24_900,
  currency: 'EUR',
  state: 'requested',
  reason: 'Unopened, within thirty days',
  requestedBy: idOf(10),
  requestedAtMs: NOW_MS,
  decidedBy: null,
  decidedAtMs: null,
  decision: null,
  ...row,
})
export const aDispute = (row: Partial<Dispute> = {}): Dispute => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  chargeId: freshId(),
  invoiceId: null,
  cause: 'duplicate',
  note: null,
  state: 'open',
  currency: 'EUR',
  beforeMinor: 24_900,
  afterMinor: null,
  reason: null,
  openedBy: idOf(9),
  openedAtMs: NOW_MS,
  correctedBy: null,
  closedAtMs: null,
  ...row,
})
export const aGoodwill = (row: Partial<Goodwill> = {}): Goodwill => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  agentId: idOf(9),
  kind: 'voucher',
  amountMinor: 1_500,
  currency: 'EUR',
  reason: 'Second broken scanner',
  state: 'given',
  createdAtMs: NOW_MS,
  decidedAtMs: NOW_MS,
  ...row,
})
export const someLoyalty = (row: Partial<LoyaltyEntry> = {}): LoyaltyEntry => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  points: 5_000,
  reason: 'purchase',
  sourceId: null,
  note: null,
  byId: null,
  atMs: NOW_MS,
  ...row,
})
export const aComplaint = (row: Partial<Complaint> = {}): Complaint => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  title: 'Nobody called back for a week',
  severity: 'high',
  ownerId: null,
  state: 'open',
  mentionsReview: false,
  outcome: null,
  openedBy: idOf(9),
  openedAtMs: NOW_MS,
  closedAtMs: null,
  ...row,
})
export const aRecoveryStep = (row: Partial<RecoveryStep> = {}): RecoveryStep => ({
  id: freshId(),
  customerId: customerOf(row),
  complaintId: freshId(),
  title: 'Call her',
  dueAtMs: NOW_MS + 86_400_000,
  doneAtMs: null,
  doneBy: null,
  ...row,
})
export const aNeed = (row: Partial<Need> = {}): Need => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  occasion: 'Stocktaking in three shops',
  budgetMinor: 100_000,
  currency: 'EUR',
  wishes: ['mobile'],
  productIds: [],
  steps: ['asked'],
  createdBy: idOf(9),
  createdAtMs: NOW_MS,
  updatedAtMs: NOW_MS,
  ...row,
})
export const aKnownIssue = (row: Partial<KnownIssue> = {}): KnownIssue => ({
  id: freshId(),
  code: 'KE-117',
  title: 'Scanner reboots while charging',
  productId: null,
  affectedVersions: ['2.3.x'],
  symptoms: 'Scanner reboots every minute while charging in the cradle',
  errorCodes: ['E-310'],
  workaround: null,
  state: 'known',
  fixedInVersion: null,
  updatedAtMs: NOW_MS,
  engineeringKey: null,
  ticketCount: null,
  customerCount: null,
  openTicketCount: null,
  ...row,
})

/** A report engineering can begin with. */
export const aBugReport = (report: Partial<Escalation['report']> = {}): Escalation['report'] => ({
  steps: '1. Put it in the cradle 2. Wait a minute',
  expected: 'It charges',
  actual: 'It reboots',
  version: '2.3.1',
  environment: 'Till 8.2, Windows 11',
  logs: '03:10:21 watchdog reset',
  tried: [{ what: 'Another cradle', result: 'The same' }],
  ...report,
})
export const anEscalation = (row: Partial<Escalation> = {}): Escalation => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: ticketOf(row),
  tier: 'engineering',
  state: 'requested',
  summary: 'Scanner reboots in the cradle',
  report: aBugReport(),
  assetId: null,
  engineeringKey: null,
  outcome: null,
  createdBy: null,
  createdAtMs: NOW_MS,
  updatedAtMs: NOW_MS,
  closedAtMs: null,
  ...row,
})
export const anEngineeringIssue = (row: Partial<EngineeringIssue> = {}): EngineeringIssue => ({
  id: freshId(),
  key: 'PB-881',
  url: 'https://tracker.example/PB-881',
  title: 'Watchdog resets while charging',
  status: 'In review',
  state: 'in-progress',
  fixedInVersion: null,
  saidAtMs: NOW_MS,
  ...row,
})
/** Down for an hour, and still. */
export const anImpact = (row: Partial<Impact> = {}): Impact => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  assetId: null,
  scope: 'down',
  downSinceMs: NOW_MS - 3_600_000,
  restoredAtMs: null,
  resolvedAtMs: null,
  createdBy: null,
  createdAtMs: NOW_MS - 3_600_000,
  ...row,
})
export const aRootCause = (row: Partial<RootCause> = {}): RootCause => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: ticketOf(row),
  category: 'defect',
  evidence: 'The watchdog bites while the battery is measured',
  remedy: 'fix',
  remedyText: 'Firmware 2.4.0',
  url: null,
  assetId: null,
  productId: null,
  version: '2.3.1',
  revision: 1,
  recordedBy: null,
  recordedAtMs: NOW_MS,
  ...row,
})
export const anIssueUpdate = (row: Partial<IssueUpdate> = {}): IssueUpdate => ({
  id: freshId(),
  issueId: freshId(),
  body: 'A fix is being tested.',
  tickets: 12,
  sentBy: null,
  sentAtMs: NOW_MS,
  restState: null,
  restTold: null,
  restLeft: null,
  restPlan: null,
  ...row,
})

const HOUR_MINUTES = 60
export const aCalendar = (row: Partial<Calendar> = {}): Calendar => ({
  id: idOf(70),
  key: 'madrid',
  name: 'Madrid desk',
  version: 1,
  timeZone: 'Europe/Madrid',
  week: [1, 2, 3, 4, 5].flatMap(weekday => [
    { weekday, from: '09:00', to: '14:00' },
    { weekday, from: '16:00', to: '19:00' },
  ]),
  holidays: [],
  createdAtMs: NOW_MS - 86_400_000,
  ...row,
})
export const aTarget = (target: Partial<SlaTarget> = {}): SlaTarget => ({
  calendarId: idOf(70),
  firstMinutes: HOUR_MINUTES,
  nextMinutes: 2 * HOUR_MINUTES,
  solveMinutes: 8 * HOUR_MINUTES,
  ...target,
})
/** Service: first reply in an hour, next in two, solved in eight; half of that for urgent. Warns in the last quarter. */
export const aPolicy = (row: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id: idOf(71),
  name: 'Standard service',
  kind: 'service',
  version: 1,
  validFromMs: NOW_MS - 86_400_000,
  targets: {
    urgent: aTarget({ firstMinutes: 30, nextMinutes: HOUR_MINUTES, solveMinutes: 4 * HOUR_MINUTES }),
    high: aTarget(),
    normal: aTarget(),
    low: null,
  },
  pausesIn: ['pending', 'snoozed'],
  warnBefore: { minutes: null, share: 0.25 },
  tiers: [],
  escalations: [],
  ...row,
})
/** The calendar of Madrid and a policy for each kind. */
export const someServiceLevels = (): ServiceLevels =>
  serviceLevels(
    [aPolicy(), aPolicy({ id: idOf(72), kind: 'support', name: 'Standard support' })],
    [aCalendar()],
  )

export const actorOf = ({ id, name, role, teamIds }: Agent): Actor => ({ id, name, role, teamIds })

type ContextFacts = Partial<MutationContext> & { readonly mutationId?: string }
const contextOn = (side: 'laptop' | 'hub', { mutationId, ...facts }: ContextFacts): MutationContext => ({
  nowMs: NOW_MS,
  actor: actorOf(anAgent({ id: idOf(9) })),
  side,
  derivedId: derivedIdOf(mutationId ?? idOf(8)),
  ticketNumber: side === 'hub' ? 7001 : null,
  acceptedAtMs: side === 'hub' ? NOW_MS + 1000 : null,
  mayHaveLeft: false,
  serviceLevels: NO_SERVICE_LEVELS,
  ...facts,
})
/** An agent (id 9) acts on a laptop, or the hub decides what that agent did. */
export const onLaptop = (facts: ContextFacts = {}): MutationContext => contextOn('laptop', facts)
export const onHub = (facts: ContextFacts = {}): MutationContext => contextOn('hub', facts)
/** The hub acts by itself: incoming mail, timers. */
export const byAutomation = (facts: ContextFacts = {}): MutationContext =>
  onHub({ actor: AUTOMATION, ...facts })

export const aTakeover = (row: Partial<Takeover> = {}): Takeover => ({
  id: ticketOf(row),
  customerId: customerOf(row),
  ticketId: ticketOf(row),
  bot: 'Robin',
  reason: 'asked',
  words: null,
  askedAtMs: NOW_MS,
  takenBy: null,
  takenAtMs: null,
  ...row,
})
export const aHandOver = (row: Partial<HandOver> = {}): HandOver => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: ticketOf(row),
  fromKind: 'service',
  toKind: 'support',
  toAgentId: null,
  toTeamId: null,
  note: 'Restarted twice, same error.',
  isQuestion: false,
  byAgentId: null,
  atMs: NOW_MS,
  takenBy: null,
  takenAtMs: null,
  ...row,
})
