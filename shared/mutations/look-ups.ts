import { AppError, ErrorCode } from '../errors.ts'
import { tables } from '../domain/tables.ts'
import type { TableName } from '../domain/tables.ts'
import type { Read } from './define.ts'

export type ManyRead = Omit<Extract<Read, { how: 'many' }>, 'how'>

const everywhere = ['customerId', 'ticketId'] as const
const extra: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  articleVersions: ['articleId'],
  articleGaps: ['articleId'],
  calendars: ['key'],
  slaPolicies: ['kind'],
  guides: ['key'],
  requiredDetails: ['key'],
  ticketForms: ['kind'],
  customers: ['organisationId', 'mergedIntoId'],
  contactPoints: ['value'],
  relations: ['otherCustomerId'],
  tickets: ['mergedIntoId'],
  attachments: ['messageId', 'noteId', 'proposalId'],
  ticketLinks: ['otherTicketId'],
  issueLinks: ['issueId'],
  escalations: ['engineeringKey'],
  impacts: ['assetId'],
  orderLines: ['orderId'],
  returnCases: ['orderId'],
  invoices: ['orderId'],
  charges: ['invoiceId'],
  allowances: ['currency'],
  approvals: ['subjectId'],
  disputes: ['chargeId'],
  recoverySteps: ['complaintId'],
  drafts: ['agentId'],
  keeps: ['agentId'],
  planSteps: ['planId'],
  practiceRuns: ['originId'],
  spendings: ['agentId'],
}

/** Columns rows can be looked up by; each has an index on every storage. */
export function indexedColumns(table: TableName): readonly string[] {
  const { columns } = tables[table]
  return [...everywhere.filter(column => Object.hasOwn(columns, column)), ...(extra[table] ?? [])]
}

/** Throws `bad-request` for a look-up that no index serves: a walk over a table would hold its locks for everybody. */
export function assertIndexed({ table, where, above }: ManyRead): void {
  const { columns } = tables[table]
  const isServed = Object.keys(where).some(key => indexedColumns(table).includes(key))
  const isKnown = Object.keys(where).every(key => Object.hasOwn(columns, key))
  if (isServed && isKnown && (above === null || Object.hasOwn(columns, above.column))) return
  throw new AppError(ErrorCode.BadRequest, 'No index serves this look-up', {
    table,
    where: Object.keys(where).join(),
  })
}
