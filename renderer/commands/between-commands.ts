import i18next from 'i18next'
import type { ExperienceView } from '../../shared/contract/between.ts'
import { isWorkable } from '../../shared/rules/thread-life.ts'
import { planRecovery } from '../data/between-intents.ts'
import { currentTicket, liveThreads } from '../data/current-ticket.ts'
import { customerInFront } from '../data/front-customer.ts'
import { live } from '../data/live.ts'
import { badMomentText } from '../lib/bad-moment-text.ts'
import { acceptClosing, closingStore, focusClosing } from '../stores/closing-store.ts'
import { openHandOver } from '../stores/hand-over-store.ts'
import { activeTab, tabsStore } from '../stores/tabs-store.ts'
import { openDialog, showColumn, showPane } from '../stores/ui-store.ts'
import type { Command } from './define.ts'

type Unhappy = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly view: ExperienceView
}

/** The customer in front, while a bad experience of theirs waits for somebody to make up for it. */
function unhappy(): Unhappy | null {
  const tab = activeTab(tabsStore.getState())
  const ticket = currentTicket()?.view.ticket
  const customerId = tab?.type === 'customer' ? tab.id : ticket?.customerId
  if (customerId === undefined) return null
  const snapshot = live.read('customers.experience', { customerId })
  const view = snapshot.state === 'ready' ? snapshot.value : null
  const { level } = view?.alert ?? { level: 'none' }
  const ticketId = tab?.type === 'customer' ? null : (ticket?.id ?? null)
  return view && (level === 'before-second' || level === 'again') ? { customerId, ticketId, view } : null
}

async function recover(): Promise<void> {
  const found = unhappy()
  if (!found?.view.alert.newest) return
  const title = i18next.t('between.recoveryTitle', { what: badMomentText(found.view.alert.newest) })
  if (!(await planRecovery({ ...found, title }))) return
  // Where it can be seen, changed and given to somebody else.
  showPane('service')
  showColumn('customer')
}

/** The service part of the ticket in front, where it has a part of each kind. */
const waivable = (): boolean => {
  const threads = liveThreads(currentTicket()?.view.threads ?? [])
  const service = threads.find(({ kind }) => kind === 'service')
  return threads.length > 1 && service !== undefined && service.state !== 'solved' && isWorkable(service)
}

const isAsked = (): boolean => closingStore.getState().asked !== null

/** What must not fall between the two panes. */
export const betweenCommands: readonly Command[] = [
  {
    id: 'experience.recover',
    group: 'ticket',
    shortcut: 'B',
    when: () => unhappy() !== null,
    run: () => void recover(),
  },
  {
    id: 'experience.report',
    group: 'ticket',
    shortcut: null,
    when: () => customerInFront() !== null,
    run: () => openDialog('experience'),
  },
  {
    id: 'ticket.handOver',
    group: 'ticket',
    shortcut: 'H',
    when: () => currentTicket() !== null,
    run: () => openHandOver(null),
  },
  {
    id: 'relationship.waive',
    group: 'ticket',
    shortcut: null,
    when: waivable,
    run: () => openDialog('waive'),
  },
  { id: 'closing.open', group: 'ticket', shortcut: 'E', when: isAsked, run: focusClosing },
  { id: 'closing.accept', group: 'ticket', shortcut: 'Mod+Shift+Enter', when: isAsked, run: acceptClosing },
]
