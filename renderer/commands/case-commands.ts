import type { CommandId } from '../../shared/contract/commands.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import { customerInFront } from '../data/front-customer.ts'
import { openCase, openCaseList } from '../stores/case-store.ts'
import type { CaseForm } from '../stores/case-store.ts'
import { openSession } from '../stores/session-store.ts'
import { showSettings } from '../stores/ui-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

const isSupervisor = (): boolean => maySupervise(openSession()?.place.agent.role ?? 'other')

/** Opens a form about the customer in front. */
const forCustomer = (id: CommandId, form: CaseForm): Command => ({
  id,
  group: 'ticket',
  shortcut: null,
  when: () => customerInFront() !== null,
  run: () => {
    const whom = customerInFront()
    if (whom) openCase(form, whom)
  },
})

/** Money and cases of the service pane. */
export const caseCommands: readonly Command[] = [
  forCustomer('case.return', { form: 'return', orderId: null }),
  forCustomer('case.dispute', { form: 'dispute', chargeId: null }),
  forCustomer('case.goodwill', { form: 'goodwill', start: null }),
  forCustomer('case.points', { form: 'points' }),
  forCustomer('case.credit', { form: 'credit' }),
  forCustomer('case.complaint', { form: 'complaint' }),
  forCustomer('case.need', { form: 'need', needId: null }),
  forCustomer('case.contract', { form: 'contract', subscriptionId: null }),
  {
    id: 'catalogue.open',
    group: 'go',
    shortcut: null,
    when: always,
    run: () => openCaseList('catalogue'),
  },
  {
    id: 'approvals.open',
    group: 'go',
    shortcut: null,
    when: isSupervisor,
    run: () => openCaseList('approvals'),
  },
  {
    id: 'allowances.open',
    group: 'window',
    shortcut: null,
    when: isSupervisor,
    run: () => showSettings('allowances'),
  },
]
