import type { ApprovalLine, CustomerCases } from '../../../shared/contract/cases.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import { balanceOf, earnedInYear } from '../../../shared/rules/cases/loyalty.ts'
import type { Tables } from './tables.ts'

/** Money and cases of a customer, over rows in memory. */
export function casesOf(tables: Tables, customerId: string): CustomerCases {
  const own = <Name extends TableName>(name: Name): readonly Row<Name>[] =>
    tables.all(name).filter(row => (row as { readonly customerId?: string }).customerId === customerId)
  const entries = own('loyaltyEntries')
  const steps = own('recoverySteps')
  return {
    approvals: own('approvals'),
    disputes: own('disputes'),
    goodwills: own('goodwills'),
    complaints: own('complaints').map(complaint => ({
      ...complaint,
      steps: steps.filter(({ complaintId }) => complaintId === complaint.id),
    })),
    needs: own('needs'),
    loyalty: { balance: balanceOf(entries), earned: earnedInYear(entries, Date.now()), entries },
    allowances: tables.all('allowances'),
    spent: [],
  }
}

export const waitingApprovals = (tables: Tables): readonly ApprovalLine[] =>
  tables
    .all('approvals')
    .filter(({ state }) => state === 'requested')
    .map(approval => {
      const ticket = tables.get('tickets', approval.ticketId)
      return {
        ...approval,
        customerName: tables.get('customers', approval.customerId)?.name ?? '',
        subject: ticket?.subject ?? null,
        number: ticket?.number ?? null,
        requestedByName: tables.get('agents', approval.requestedBy)?.name ?? null,
      }
    })
