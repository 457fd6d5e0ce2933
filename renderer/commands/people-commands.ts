import { customerInFront } from '../data/front-customer.ts'
import { openMerge, openOrganisation, openRelation } from '../stores/people-store.ts'
import type { Command } from './define.ts'

const hasCustomer = (): boolean => customerInFront() !== null

/** Who a customer is to others, and whether two records are one person. */
export const peopleCommands: readonly Command[] = [
  { id: 'person.merge', group: 'ticket', shortcut: null, when: hasCustomer, run: () => openMerge() },
  { id: 'relation.add', group: 'ticket', shortcut: null, when: hasCustomer, run: () => openRelation() },
  {
    id: 'organisation.open',
    group: 'go',
    shortcut: 'Shift+G',
    when: hasCustomer,
    run: () => openOrganisation(),
  },
  {
    id: 'organisation.edit',
    group: 'ticket',
    shortcut: null,
    when: hasCustomer,
    run: () => openOrganisation(true),
  },
]
