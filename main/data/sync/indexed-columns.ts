import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { tables } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { ManyRead } from './store.ts'

const everywhere = ['customerId', 'ticketId'] as const
const extra: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  slaPolicies: ['kind'],
  customers: ['organisationId'],
  contactPoints: ['value'],
  tickets: ['mergedIntoId'],
  attachments: ['messageId', 'noteId'],
  ticketLinks: ['otherTicketId'],
  issueLinks: ['issueId'],
  orderLines: ['orderId'],
  returnCases: ['orderId'],
  invoices: ['orderId'],
  charges: ['invoiceId'],
  drafts: ['agentId'],
}

/** Columns rows can be looked up by on a laptop; each has an index. */
export function indexedColumns(table: TableName): readonly string[] {
  const { columns } = tables[table]
  return [...everywhere.filter(column => Object.hasOwn(columns, column)), ...(extra[table] ?? [])]
}

/** Throws `bad-request` for a look-up that no index serves. */
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
