import { focusOn } from '../lib/focus-targets.ts'
import {
  beginTicket,
  openDialog,
  searchFor,
  showColumn,
  showPane,
  toggleTimeline,
  uiStore,
} from '../stores/ui-store.ts'
import type { Column, Contact, SearchScope } from '../stores/ui-store.ts'
import { openPalette } from '../stores/palette-store.ts'
import { activeTab, closeTab, hasClosedTab, reopenTab, stepTab, tabsStore } from '../stores/tabs-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

const hasTab = (): boolean => activeTab(tabsStore.getState()) !== null
const hasTabs = (): boolean => tabsStore.getState().tabs.length > 1

function search(scope: SearchScope): void {
  searchFor({ isOpen: true, scope })
  uiStore.setState({ isListOpen: true, column: 'list' })
  // Most often the box is there already, and the next letter must land in it.
  if (!focusOn('search')) requestAnimationFrame(() => focusOn('search'))
}

function focusColumn(column: Column, target: 'list' | 'conversation' | 'customer'): void {
  showColumn(column)
  if (column === 'list') uiStore.setState({ isListOpen: true })
  requestAnimationFrame(() => focusOn(target))
}

const newTicket = (id: Command['id'], contact: Contact, shortcut: string): Command => ({
  id,
  group: 'go',
  shortcut,
  when: always,
  run: () => beginTicket(contact),
})

export const goCommands: readonly Command[] = [
  { id: 'search.open', group: 'go', shortcut: '/', when: always, run: () => search('all') },
  { id: 'customer.find', group: 'go', shortcut: 'Mod+Shift+U', when: always, run: () => search('customers') },
  { id: 'answer.find', group: 'go', shortcut: 'Mod+Shift+L', when: always, run: () => search('articles') },
  { id: 'commands.open', group: 'go', shortcut: 'Mod+K', when: always, run: openPalette },
  { id: 'ticket.new', group: 'go', shortcut: 'C', when: always, run: () => openDialog('new-ticket') },
  newTicket('ticket.newCall', 'phone', 'Shift+C'),
  newTicket('ticket.newMail', 'email', 'Shift+M'),
  newTicket('ticket.newWalkIn', 'walk-in', 'Shift+W'),
  { id: 'customer.new', group: 'go', shortcut: null, when: always, run: () => openDialog('new-customer') },
  {
    id: 'attention.open',
    group: 'go',
    shortcut: 'Mod+Shift+A',
    when: always,
    run: () => openDialog('attention'),
  },
  { id: 'ledger.open', group: 'go', shortcut: 'Mod+Shift+O', when: always, run: () => openDialog('ledger') },
  { id: 'list.focus', group: 'go', shortcut: 'Alt+1', when: always, run: () => focusColumn('list', 'list') },
  {
    id: 'conversation.focus',
    group: 'go',
    shortcut: 'Alt+2',
    when: hasTab,
    run: () => focusColumn('conversation', 'conversation'),
  },
  {
    id: 'customer.focus',
    group: 'go',
    shortcut: 'Alt+3',
    when: hasTab,
    run: () => focusColumn('customer', 'customer'),
  },
  { id: 'pane.service', group: 'go', shortcut: 'Alt+4', when: hasTab, run: () => showPane('service') },
  { id: 'pane.support', group: 'go', shortcut: 'Alt+5', when: hasTab, run: () => showPane('support') },
  { id: 'timeline.toggle', group: 'go', shortcut: 'Y', when: hasTab, run: toggleTimeline },
  {
    id: 'tab.next',
    group: 'go',
    shortcut: 'Mod+PageDown',
    alias: 'Mod+Tab',
    when: hasTabs,
    run: () => stepTab(1),
  },
  {
    id: 'tab.previous',
    group: 'go',
    shortcut: 'Mod+PageUp',
    alias: 'Mod+Shift+Tab',
    when: hasTabs,
    run: () => stepTab(-1),
  },
  { id: 'tab.reopen', group: 'go', shortcut: 'Mod+Shift+T', when: hasClosedTab, run: reopenTab },
  {
    id: 'tab.close',
    group: 'go',
    shortcut: 'Mod+W',
    when: hasTab,
    run: () => closeTab(tabsStore.getState().active),
  },
]
