import type { AnyRow, Row, TableName } from '../../domain/tables.ts'
import { maskRow } from './mask-contacts.ts'

/**
 * What of each synced table a guest is given. 'whole': every row in scope. 'of-ticket': rows of tickets their teams work
 * on, with addresses and numbers masked. 'of-customers': organisations of customers in scope, without what is noted about them. 'published': what may be read outside. 'cut': rows in scope,
 * without what `cutCustomer` takes out. 'nothing': no row ever leaves the hub for them.
 */
export type GuestShare = 'whole' | 'of-ticket' | 'of-customers' | 'published' | 'cut' | 'nothing'

/**
 * Part of where a guest's laptop stands in the feed. It grows with every change to what a guest is given of a row: what
 * their laptops hold from before is then replaced, without waiting for the rows to change.
 */
export const SIGHT_VERSION = 4

/** A table that is not named here does not compile: what is new is decided about, never given by accident. */
export const GUEST_SHARES: Readonly<Record<TableName, GuestShare>> = {
  agents: 'whole',
  teams: 'whole',
  organisations: 'of-customers',
  products: 'whole',
  knownIssues: 'whole',
  issueUpdates: 'whole',
  engineeringIssues: 'whole',
  articles: 'published',
  articleVersions: 'nothing',
  articleGaps: 'nothing',
  macros: 'whole',
  guides: 'whole',
  requiredDetails: 'whole',
  ticketForms: 'whole',
  calendars: 'whole',
  slaPolicies: 'whole',
  sharedViews: 'whole',
  undoWindows: 'whole',
  scopePolicies: 'whole',
  triageWeights: 'whole',
  planTemplates: 'nothing',
  outreachRules: 'nothing',
  teamRules: 'whole',
  nextQuestions: 'nothing',
  unplacedPosts: 'nothing',
  kudos: 'whole',
  stories: 'whole',
  trainingLists: 'whole',
  allowances: 'nothing',
  customers: 'cut',
  contactPoints: 'nothing',
  relations: 'nothing',
  tickets: 'of-ticket',
  threads: 'of-ticket',
  messages: 'of-ticket',
  notes: 'of-ticket',
  attachments: 'of-ticket',
  events: 'of-ticket',
  ticketLinks: 'of-ticket',
  issueLinks: 'of-ticket',
  leases: 'of-ticket',
  proposals: 'of-ticket',
  diagnoses: 'of-ticket',
  askedTried: 'of-ticket',
  guideRuns: 'of-ticket',
  remoteSessions: 'of-ticket',
  orders: 'nothing',
  orderLines: 'nothing',
  returnCases: 'nothing',
  invoices: 'nothing',
  charges: 'nothing',
  subscriptions: 'nothing',
  holds: 'nothing',
  assets: 'nothing',
  escalations: 'of-ticket',
  impacts: 'of-ticket',
  rootCauses: 'of-ticket',
  surveys: 'nothing',
  followUps: 'nothing',
  promises: 'nothing',
  plans: 'nothing',
  planSteps: 'nothing',
  outreach: 'nothing',
  feedback: 'nothing',
  opportunities: 'nothing',
  publicPosts: 'nothing',
  closings: 'nothing',
  handshakes: 'nothing',
  handOvers: 'of-ticket',
  takeovers: 'of-ticket',
  approvals: 'nothing',
  disputes: 'nothing',
  goodwills: 'nothing',
  loyaltyEntries: 'nothing',
  complaints: 'nothing',
  recoverySteps: 'nothing',
  needs: 'nothing',
  preferences: 'nothing',
  pins: 'nothing',
  portraits: 'nothing',
  drafts: 'whole',
  ownViews: 'whole',
  keeps: 'nothing',
  spendings: 'nothing',
  coachingNotes: 'whole',
  practiceRuns: 'whole',
  firstSteps: 'whole',
}

/** Whoever's time is over is still told who works here, and nothing else. */
const AFTER_THE_STAY: ReadonlySet<TableName> = new Set<TableName>(['agents', 'teams'])
export const isSeenAfterStay = (table: TableName): boolean => AFTER_THE_STAY.has(table)

/** The one label a guest finds on a customer: a colleague had better answer. It does not say why. */
export const FOR_COLLEAGUES = 'for-colleagues'

/** First words of the events of a ticket's own work; those of money, opinions and people's cards are not among them. */
const EVENTS: ReadonlySet<string> = new Set([
  'ticket',
  'thread',
  'message',
  'reply',
  'note',
  'conflict',
  'sla',
  'guide',
  'diagnosis',
  'known-issue',
  'impact',
  'escalation',
  'cause',
  'remote',
  'hand-over',
  'kudos',
])

/** What a guest may know beyond the row itself. */
export type GuestSight = {
  /** Tickets the own teams work on. */
  readonly ticketIds: ReadonlySet<string>
  /** Customers a colleague had better answer. */
  readonly forColleagues: ReadonlySet<string>
  /** Organisations of customers in scope. */
  readonly organisationIds: ReadonlySet<string>
}

/** A name, an organisation, a language: what an answer needs. Every other column is said by hand to be empty. */
function cutCustomer(row: AnyRow, isForColleagues: boolean): AnyRow {
  const kept = {
    id: row.id,
    name: row['name'],
    organisationId: row['organisationId'],
    language: row['language'],
    timeZone: row['timeZone'],
    createdAtMs: row['createdAtMs'],
    mergedIntoId: row['mergedIntoId'],
  }
  const emptied: Omit<Row<'customers'>, keyof typeof kept> = {
    jobTitle: null,
    tier: null,
    preferredChannel: null,
    journeyStage: null,
    labels: isForColleagues ? [FOR_COLLEAGUES] : [],
    facts: '',
    factsMarks: null,
    fields: {},
    yearlyValueMinor: null,
    currency: null,
    health: null,
    customerSinceMs: null,
    givenAway: null,
    reportedAtMs: null,
  }
  return { ...kept, ...emptied }
}

/** Its name and where it is; what colleagues noted about it is not for guests. */
export const cutOrganisation = (row: AnyRow): AnyRow => ({
  ...row,
  notes: null,
  reference: null,
  reportedAtMs: null,
})

/** The tier a clock was set by says what somebody is worth. */
function cutThread(row: AnyRow): AnyRow {
  const clocks = row['clocks']
  if (typeof clocks !== 'object' || clocks === null) return row
  return { ...row, clocks: Object.fromEntries(Object.entries(clocks).filter(([key]) => key !== 'tier')) }
}

const ticketOf = (table: TableName, row: AnyRow): unknown => (table === 'tickets' ? row.id : row['ticketId'])

/** Whether a row belongs to one ticket, and a guest is given it with that ticket only. */
export const isOfTicket = (table: TableName): boolean => GUEST_SHARES[table] === 'of-ticket'

const isOfSeenTicket = (table: TableName, row: AnyRow, { ticketIds }: GuestSight): boolean => {
  const ticketId = ticketOf(table, row)
  return typeof ticketId === 'string' && ticketIds.has(ticketId)
}

/** A row in scope as a guest is given it; null: nothing of it. */
export function seenByGuest(table: TableName, row: AnyRow, sight: GuestSight): AnyRow | null {
  switch (GUEST_SHARES[table]) {
    case 'whole':
      return row
    case 'nothing':
      return null
    case 'cut':
      return maskRow(table, cutCustomer(row, sight.forColleagues.has(row.id)))
    case 'published':
      return isKeptFrom(table, row, sight) ? null : row
    case 'of-customers':
      return isKeptFrom(table, row, sight) ? null : cutOrganisation(row)
    case 'of-ticket':
      if (!isOfSeenTicket(table, row, sight)) return null
      if (table === 'events' && !EVENTS.has(String(row['type']).split('.')[0] ?? '')) return null
      return table === 'threads' ? cutThread(row) : maskRow(table, row)
  }
}

/**
 * Whether a row is not given now and may have been before: its ticket went to another team, it is not published any more,
 * the last customer of the organisation has gone.
 */
export function isKeptFrom(table: TableName, row: AnyRow, sight: GuestSight): boolean {
  switch (GUEST_SHARES[table]) {
    case 'of-ticket':
      return !isOfSeenTicket(table, row, sight)
    case 'published':
      return row['state'] !== 'published'
    case 'of-customers':
      return !sight.organisationIds.has(row.id)
    default:
      return false
  }
}

/** Rows that change whether a customer is one for colleagues. */
const SPEAKS_FOR_COLLEAGUES: ReadonlySet<TableName> = new Set<TableName>([
  'complaints',
  'disputes',
  'approvals',
  'portraits',
])
export const speaksForColleagues = (table: TableName): boolean => SPEAKS_FOR_COLLEAGUES.has(table)

/** Tables of customers a guest is given something of. */
export const isGivenToGuests = (table: TableName): boolean => GUEST_SHARES[table] !== 'nothing'
