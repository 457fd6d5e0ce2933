import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { z } from 'zod'
import { KindFilter, SortName, ViewRef } from '../../shared/contract/threads.ts'
import type { Condition } from '../../shared/rules/saved-views/rule.ts'
import type { TemplateFamily } from '../../shared/rules/knowledge/template-families.ts'
import type { DeepLink } from '../../shared/rules/deep-link.ts'
import type { SearchSubject } from '../../shared/contract/search.ts'
import { readKept, writeKept } from '../lib/kept.ts'

/** Dialogs over the whole window; one at a time. */
export type DialogName =
  | 'new-ticket'
  | 'new-customer'
  | 'attention'
  | 'settings'
  | 'keys'
  | 'sign-in-again'
  | 'sign-out'
  | 'snooze'
  | 'link'
  | 'quit'
  | 'elsewhere'
  | 'switch'
  | 'proxy'
  | 'macro'
  | 'bulk-tags'
  | 'bulk-result'
  | 'view'
  | 'views'
  | 'ledger'
  | 'lease'
  | 'offline'
  | 'health'
  | 'known-issues'
  | 'escalate'
  | 'impact'
  | 'cause'
  | 'recurrence'
  | 'at-risk'
  | 'outages'
  | 'product-feedback'
  | 'duties'
  | 'outreach'
  | 'unplaced-posts'
  | 'experience'
  | 'plan-start'
  | 'survey-answer'
  | 'feedback'
  | 'opportunity'
  | 'opportunity-edit'
  | 'opportunities'
  | 'waive'
  | 'hand-over'
  | 'merge'
  | 'relation'
  | 'organisation'
  | 'training'
  | 'thanks'
  | 'story'
  | 'coaching'
/** Menus of the current thread that a key can open. */
export type ThreadMenuName = 'state' | 'assign' | 'priority' | 'kind' | 'tag' | 'subject'
export type Contact = 'phone' | 'walk-in' | 'email'
export type SettingsPage =
  | 'look'
  | 'work'
  | 'notifications'
  | 'keys'
  | 'computer'
  | 'laptops'
  | 'keeping'
  | 'levels'
  | 'sending'
  | 'answers'
  | 'guides'
  | 'forms'
  | 'plans'
  | 'outreach'
  | 'surveys'
  | 'questions'
  | 'products'
  | 'between'
  | 'allowances'
  | 'portrait'
  | 'training'
  | 'guests'
export type Pane = 'service' | 'support'
/** Which of the three columns shows when there is room for one. */
export type Column = 'list' | 'conversation' | 'customer'
export type SearchScope = z.infer<typeof SearchSubject>

type UiState = {
  readonly view: ViewRef
  /** Conditions over the view in front, not kept: gone with the next view. */
  readonly filter: readonly Condition[]
  /** A condition is being added above the list. */
  readonly isFiltering: boolean
  /** Columns the view in front brings; null: the agent's own. */
  readonly columns: readonly string[] | null
  readonly kind: KindFilter
  readonly sort: SortName
  readonly form: 'cards' | 'table'
  readonly dialog: DialogName | null
  readonly settingsPage: SettingsPage
  /** Macros to begin with; null: all of them. */
  readonly macroFamily: TemplateFamily | null
  /** Tickets to be held offline; none: the one in front. */
  readonly leaseFor: readonly string[]
  readonly menu: ThreadMenuName | null
  /** Kind of the thread that keys and the composer act on when a ticket has both. */
  readonly focusKind: Pane | null
  readonly pane: Pane
  readonly column: Column
  readonly isListOpen: boolean
  readonly isTimelineOpen: boolean
  readonly search: { readonly isOpen: boolean; readonly text: string; readonly scope: SearchScope }
  /** How the customer of a new ticket came. */
  readonly contact: Contact
  /** Whom it is with; null: whoever is in front, or still to be found. */
  readonly contactWith: string | null
  /** What is being read over the ticket at hand. */
  readonly reading: { readonly type: 'article' | 'known-issue'; readonly id: string } | null
  /** The row, and the field of it, somebody wants explained. */
  readonly explaining: { readonly table: string; readonly id: string; readonly field: string | null } | null
  /** Changes that had not left when somebody asked to quit, and whether the computer is going down. */
  readonly unsentAtQuit: number
  readonly isShutdown: boolean
  /** A link into a workspace that is not the open one. */
  readonly elsewhere: DeepLink | null
  /** Rows picked in the table form. */
  readonly picked: ReadonlySet<string>
  /** Where a range of picked rows starts. */
  readonly pickedFrom: string | null
}

const LIST = 'list-look'
const ListLook = z.object({ sort: SortName, form: z.enum(['cards', 'table']) })
/** Order and form of the list as the agent left them. */
const look = readKept(LIST, ListLook) ?? { sort: 'newest' as const, form: 'cards' as const }

export const uiStore = createStore<UiState>(() => ({
  view: 'mine',
  filter: [],
  isFiltering: false,
  columns: null,
  kind: 'all',
  ...look,
  dialog: null,
  settingsPage: 'look',
  macroFamily: null,
  leaseFor: [],
  menu: null,
  focusKind: null,
  pane: 'service',
  column: 'list',
  isListOpen: false,
  isTimelineOpen: false,
  search: { isOpen: false, text: '', scope: 'all' },
  contact: 'phone',
  contactWith: null,
  reading: null,
  explaining: null,
  unsentAtQuit: 0,
  isShutdown: false,
  elsewhere: null,
  picked: new Set(),
  pickedFrom: null,
}))

export const useUi = <T>(select: (state: UiState) => T): T => useStore(uiStore, select)

export const showView = (view: ViewRef): void =>
  uiStore.setState({ view, filter: [], isFiltering: false, columns: null, picked: new Set() })
/** What the list shows when nothing is remembered. */
const firstView = { view: 'mine', kind: 'all', columns: null } as const
const FrontView = z.object({
  view: ViewRef,
  kind: KindFilter,
  columns: z.array(z.string()).readonly().nullable(),
})

/** Puts back the view that was in front at a place and keeps it from now on; returns a function that stops keeping. */
export function keepView(placeId: string): () => void {
  const key = `view:${placeId}`
  const { view, kind, columns } = readKept(key, FrontView) ?? firstView
  showView(view)
  uiStore.setState({ kind, columns })
  return uiStore.subscribe((now, before) => {
    if (now.view === before.view && now.kind === before.kind && now.columns === before.columns) return
    writeKept(key, { view: now.view, kind: now.kind, columns: now.columns })
  })
}

export const filterBy = (filter: readonly Condition[]): void =>
  uiStore.setState({ filter, isFiltering: false, picked: new Set() })
export const askFilter = (isFiltering: boolean): void => uiStore.setState({ isFiltering, column: 'list' })
export const showKind = (kind: KindFilter): void => uiStore.setState({ kind, picked: new Set() })
function keepLook(change: Partial<Pick<UiState, 'sort' | 'form'>>): void {
  uiStore.setState(change)
  const { sort, form } = uiStore.getState()
  writeKept(LIST, { sort, form })
}

export const sortBy = (sort: SortName): void => keepLook({ sort })
export const openDialog = (dialog: DialogName): void => uiStore.setState({ dialog, menu: null })
/** Offers the macros of one family first; all others are a word away. */
export const offerMacros = (macroFamily: TemplateFamily): void =>
  uiStore.setState({ dialog: 'macro', macroFamily, menu: null })
/** Begins a ticket from a call, from somebody at the counter, or with a mail; with somebody known where they stand. */
export const beginTicket = (contact: Contact, contactWith: string | null = null): void =>
  uiStore.setState({ dialog: 'new-ticket', menu: null, contact, contactWith })
export const showSettings = (settingsPage: SettingsPage): void =>
  uiStore.setState({ dialog: 'settings', settingsPage, menu: null })
/** Asks for how long tickets are held offline; none named: the one in front. */
export const askLease = (leaseFor: readonly string[]): void =>
  uiStore.setState({ dialog: 'lease', leaseFor, menu: null })
export const closeDialog = (): void =>
  uiStore.setState({ dialog: null, contactWith: null, macroFamily: null })
export const read = (reading: UiState['reading']): void => uiStore.setState({ reading, menu: null })
export const explain = (explaining: UiState['explaining']): void =>
  uiStore.setState({ explaining, menu: null })
export const openMenu = (menu: ThreadMenuName | null): void => uiStore.setState({ menu })
export const showPane = (pane: Pane): void => uiStore.setState({ pane })
export const showColumn = (column: Column): void => uiStore.setState({ column })
export const workOn = (focusKind: Pane): void => uiStore.setState({ focusKind })

export function toggleForm(): void {
  keepLook({ form: uiStore.getState().form === 'cards' ? 'table' : 'cards' })
}
export function toggleTimeline(): void {
  uiStore.setState(({ isTimelineOpen }) => ({ isTimelineOpen: !isTimelineOpen }))
}
export function toggleList(): void {
  uiStore.setState(({ isListOpen }) => ({ isListOpen: !isListOpen }))
}

export function searchFor(change: Partial<UiState['search']>): void {
  uiStore.setState(({ search }) => ({ search: { ...search, ...change } }))
}

export function pick(ticketId: string, isPicked: boolean): void {
  uiStore.setState(({ picked }) => {
    const next = new Set(picked)
    if (isPicked) next.add(ticketId)
    else next.delete(ticketId)
    return { picked: next, pickedFrom: ticketId }
  })
}

/** Picks every row between the last one touched and this one, in the order of the list. */
export function pickTo(ticketId: string, order: readonly string[]): void {
  uiStore.setState(({ picked, pickedFrom }) => {
    const to = order.indexOf(ticketId)
    const from = pickedFrom === null ? to : order.indexOf(pickedFrom)
    const range = order.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
    return { picked: new Set([...picked, ...range]), pickedFrom: pickedFrom ?? ticketId }
  })
}
export const pickOnly = (ticketIds: readonly string[]): void =>
  uiStore.setState({ picked: new Set(ticketIds), pickedFrom: null })
