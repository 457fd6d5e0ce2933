import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import type { ManyRead } from './store.ts'

const everywhere = ['customerId', 'ticketId'] as const
const extra: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  calendars: ['key'],
  slaPolicies: ['kind'],
  customers: ['organisationId'],
  tickets: ['mergedIntoId'],
  threads: ['assigneeId', 'teamId'],
  attachments: ['messageId', 'noteId'],
  ticketLinks: ['otherTicketId'],
  issueLinks: ['issueId'],
  orderLines: ['orderId'],
  returnCases: ['orderId'],
  invoices: ['orderId'],
  charges: ['invoiceId'],
  contactPoints: ['value'],
  messages: ['messageId'],
  drafts: ['agentId'],
}

/** Columns a mutation may look rows up by; each has an index on every storage. */
export function indexedColumns(table: TableName): readonly string[] {
  const { columns } = tables[table]
  return [...everywhere.filter(column => Object.hasOwn(columns, column)), ...(extra[table] ?? [])]
}

/** Throws `bad-request` for a look-up no index serves: a full scan would hold its locks for everybody. */
export function assertIndexed({ table, where, above }: ManyRead): void {
  const allowed = indexedColumns(table)
  const keys = Object.keys(where)
  const isServed =
    keys.some(key => allowed.includes(key)) && keys.every(key => Object.hasOwn(tables[table].columns, key))
  const isAboveKnown = above === null || Object.hasOwn(tables[table].columns, above.column)
  if (isServed && isAboveKnown) return
  throw new AppError(ErrorCode.BadRequest, 'No index serves this look-up', { table, where: keys.join(',') })
}
