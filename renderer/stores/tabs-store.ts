import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { z } from 'zod'
import { readKept, writeKept } from '../lib/kept.ts'
import { uiStore } from './ui-store.ts'

const Tab = z.object({ type: z.enum(['ticket', 'customer']), id: z.string() })
export type Tab = z.infer<typeof Tab>
const Tabs = z.object({ tabs: z.array(Tab), active: z.int() })
type TabsState = { readonly tabs: readonly Tab[]; readonly active: number }

/** A tab too many pushes out the oldest one that is not in front. */
const MOST = 12
const none: TabsState = { tabs: [], active: -1 }

export const tabsStore = createStore<TabsState>(() => none)

export const useTabs = <T>(select: (state: TabsState) => T): T => useStore(tabsStore, select)
export const activeTab = ({ tabs, active }: TabsState): Tab | null => tabs[active] ?? null
export const activeTicketId = (state: TabsState): string | null => {
  const tab = activeTab(state)
  return tab?.type === 'ticket' ? tab.id : null
}

const same = (a: Tab, b: Tab): boolean => a.type === b.type && a.id === b.id

function bringIn(tab: Tab, keepCurrent: boolean): void {
  tabsStore.setState(({ tabs, active }) => {
    const known = tabs.findIndex(each => same(each, tab))
    if (known >= 0) return { tabs, active: known }
    if (!keepCurrent && tabs[active]) return { tabs: tabs.with(active, tab), active }
    const all = [...tabs, tab]
    const kept = all.length > MOST ? all.toSpliced(active === 0 ? 1 : 0, 1) : all
    return { tabs: kept, active: kept.length - 1 }
  })
  uiStore.setState({ column: 'conversation', isListOpen: false, menu: null, focusKind: null })
}

/** Shows a ticket in the tab in front: walking through a view does not pile up tabs. */
export const openTicket = (ticketId: string): void => bringIn({ type: 'ticket', id: ticketId }, false)
/** Shows a ticket beside what is open. */
export const openTicketInTab = (ticketId: string): void => bringIn({ type: 'ticket', id: ticketId }, true)
export const openCustomer = (customerId: string): void => bringIn({ type: 'customer', id: customerId }, true)

export function showTab(index: number): void {
  tabsStore.setState(({ tabs }) => ({ tabs, active: Math.min(Math.max(index, 0), tabs.length - 1) }))
  uiStore.setState({ menu: null, focusKind: null })
}

export function stepTab(by: 1 | -1): void {
  const { tabs, active } = tabsStore.getState()
  if (tabs.length > 0) showTab((active + by + tabs.length) % tabs.length)
}

/** Closed tabs that can be opened again, the last one first. */
const closed: Tab[] = []
const MOST_CLOSED = 20

export const hasClosedTab = (): boolean => closed.length > 0

/** Opens the tab closed last again, beside the others. */
export function reopenTab(): void {
  const tab = closed.pop()
  if (tab) bringIn(tab, true)
}

export function closeTab(index: number): void {
  const tab = tabsStore.getState().tabs[index]
  if (!tab) return
  closed.push(tab)
  closed.splice(0, closed.length - MOST_CLOSED)
  tabsStore.setState(({ tabs, active }) => {
    const left = tabs.toSpliced(index, 1)
    const front = index < active || active >= left.length ? active - 1 : active
    return { tabs: left, active: left.length === 0 ? -1 : Math.max(0, front) }
  })
}

/** Puts back the tabs of a place and keeps them from now on; returns a function that stops keeping. */
export function keepTabs(placeId: string): () => void {
  const key = `tabs:${placeId}`
  closed.splice(0)
  tabsStore.setState(readKept(key, Tabs) ?? none)
  return tabsStore.subscribe(({ tabs, active }) => writeKept(key, { tabs, active }))
}
