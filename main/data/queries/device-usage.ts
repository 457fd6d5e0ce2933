import type { DeviceKind, DeviceUsage } from '../../../shared/contract/offline.ts'
import { DEVICE_KINDS } from '../../../shared/contract/offline.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { shape } from '../db/row-codec.ts'
import type { Connection } from '../db/types.ts'
import { get } from '../db/statement.ts'
import { whoAmI } from './me.ts'
import { keptFiles } from './kept-files.ts'
import { amountOf, packFiles } from './pack-files.ts'
import { packTickets } from './pack-tickets.ts'
import type { QueryContext } from './query-context.ts'

const kindOf: Readonly<Record<TableName, DeviceKind>> = {
  agents: 'team',
  teams: 'team',
  calendars: 'team',
  slaPolicies: 'team',
  sharedViews: 'team',
  undoWindows: 'team',
  scopePolicies: 'team',
  triageWeights: 'team',
  planTemplates: 'team',
  outreachRules: 'team',
  nextQuestions: 'team',
  unplacedPosts: 'customers',
  teamRules: 'team',
  kudos: 'team',
  stories: 'knowledge',
  trainingLists: 'team',
  allowances: 'team',
  organisations: 'customers',
  customers: 'customers',
  contactPoints: 'customers',
  relations: 'customers',
  assets: 'customers',
  surveys: 'customers',
  followUps: 'customers',
  promises: 'customers',
  plans: 'customers',
  planSteps: 'customers',
  outreach: 'customers',
  feedback: 'customers',
  opportunities: 'customers',
  publicPosts: 'customers',
  products: 'orders',
  orders: 'orders',
  orderLines: 'orders',
  returnCases: 'orders',
  invoices: 'orders',
  charges: 'orders',
  subscriptions: 'orders',
  holds: 'customers',
  approvals: 'orders',
  disputes: 'orders',
  goodwills: 'orders',
  loyaltyEntries: 'orders',
  needs: 'customers',
  complaints: 'customers',
  recoverySteps: 'customers',
  preferences: 'customers',
  pins: 'customers',
  portraits: 'customers',
  knownIssues: 'knowledge',
  issueUpdates: 'knowledge',
  engineeringIssues: 'knowledge',
  articles: 'knowledge',
  articleVersions: 'knowledge',
  articleGaps: 'knowledge',
  macros: 'knowledge',
  guides: 'knowledge',
  requiredDetails: 'knowledge',
  ticketForms: 'knowledge',
  tickets: 'tickets',
  threads: 'tickets',
  events: 'tickets',
  ticketLinks: 'tickets',
  issueLinks: 'tickets',
  escalations: 'tickets',
  impacts: 'tickets',
  rootCauses: 'tickets',
  leases: 'tickets',
  proposals: 'tickets',
  diagnoses: 'tickets',
  askedTried: 'tickets',
  guideRuns: 'tickets',
  remoteSessions: 'tickets',
  closings: 'tickets',
  handshakes: 'tickets',
  handOvers: 'tickets',
  takeovers: 'tickets',
  messages: 'messages',
  notes: 'messages',
  attachments: 'messages',
  drafts: 'own',
  ownViews: 'own',
  keeps: 'own',
  spendings: 'own',
  coachingNotes: 'own',
  practiceRuns: 'own',
  firstSteps: 'own',
}

/** Rows weighed of each table. */
const SAMPLE = 100

type Weight = { readonly rows: number; readonly bytes: number }

function weigh(db: Connection, table: string, columns: readonly string[]): Weight {
  const sum = columns.map(column => `coalesce(length(CAST(${column} AS BLOB)), 0)`).join(' + ')
  const found = get<{ rows: number; each: number | null }>(
    db,
    `SELECT (SELECT count(*) FROM ${table}) AS rows,
       (SELECT avg(${sum}) FROM (SELECT ${columns.join(', ')} FROM ${table} LIMIT ${SAMPLE})) AS each`,
  )
  return { rows: found?.rows ?? 0, bytes: (found?.rows ?? 0) * (found?.each ?? 0) }
}

const weighRows = (db: Connection, table: TableName): Weight => {
  const { name, columns } = shape(table)
  return weigh(
    db,
    name,
    columns.map(column => column.name),
  )
}

const plus = (a: Weight, b: Weight): Weight => ({ rows: a.rows + b.rows, bytes: a.bytes + b.bytes })

function kindsOf(db: Connection, databaseBytes: number): DeviceUsage['kinds'] {
  const found = new Map<DeviceKind, Weight>(DEVICE_KINDS.map(kind => [kind, { rows: 0, bytes: 0 }]))
  const add = (kind: DeviceKind, weight: Weight): void =>
    void found.set(kind, plus(found.get(kind) ?? { rows: 0, bytes: 0 }, weight))
  for (const table of tableNames) add(kindOf[table], weighRows(db, table))
  add('unsent', weigh(db, 'outbox', ['args_json']))
  const whole = [...found.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  const share = whole === 0 ? 0 : databaseBytes / whole
  return [...found].map(([kind, { rows, bytes }]) => ({ kind, rows, bytes: Math.round(bytes * share) }))
}

const SIZE = 'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()'
export const databaseBytes = (db: Connection): number => get<{ bytes: number }>(db, SIZE)?.bytes ?? 0

/** How much of what lies on this device, and what of its files may go. Walks small indexes: for when somebody asks. */
export function getDeviceUsage(context: QueryContext): DeviceUsage {
  const { db, clock } = context
  const bytes = databaseBytes(db)
  const { taken } = packFiles(db, packTickets(db, { me: whoAmI(context), nowMs: clock.now() }))
  const kept = keptFiles(db, new Set(taken.map(({ sha256 }) => sha256)))
  return {
    kinds: kindsOf(db, bytes),
    databaseBytes: bytes,
    files: amountOf(kept),
    removable: amountOf(kept.filter(({ isRemovable }) => isRemovable)),
  }
}
