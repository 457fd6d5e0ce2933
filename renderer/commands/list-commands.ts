import { SortName } from '../../shared/contract/threads.ts'
import type { ViewName } from '../../shared/contract/threads.ts'
import { frontList } from '../data/front-list.ts'
import { neighbourOf } from '../data/next-in-view.ts'
import { act } from '../data/use-action.ts'
import { pickWholeView } from '../data/pick-view.ts'
import {
  askFilter,
  filterBy,
  openDialog,
  pickOnly,
  showKind,
  showView,
  sortBy,
  toggleForm,
  toggleList,
  uiStore,
} from '../stores/ui-store.ts'
import { draftFromFront, editFront, isSavedInFront } from '../data/view-draft.ts'
import { activeTicketId, openTicket, tabsStore } from '../stores/tabs-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

/** Walks the view as it is sorted; without an open ticket it starts at the top. */
async function step(direction: 'next' | 'previous'): Promise<void> {
  const ticketId = activeTicketId(tabsStore.getState())
  const beside = ticketId === null ? null : await neighbourOf(ticketId, direction)
  if (beside?.isPlaced) {
    if (beside.ticketId !== null) openTicket(beside.ticketId)
    return
  }
  // A ticket that never stood in this view has no neighbours: start from the top.
  const first = await act('threads.list', { ...frontList(), limit: 1 })
  const row = first?.rows[0]
  if (row) openTicket(row.ticketId)
}

const view = (id: Command['id'], name: ViewName, shortcut: string | null): Command => ({
  id,
  group: 'list',
  shortcut,
  when: always,
  run: () => showView(name),
})

const sort = (name: SortName): Command => ({
  id: `sort.${name}`,
  group: 'list',
  shortcut: null,
  when: always,
  run: () => sortBy(name),
})

export const listCommands: readonly Command[] = [
  { id: 'ticket.next', group: 'list', shortcut: 'J', when: always, run: () => void step('next') },
  { id: 'ticket.previous', group: 'list', shortcut: 'K', when: always, run: () => void step('previous') },
  {
    id: 'list.pickAll',
    group: 'list',
    shortcut: null,
    when: always,
    run: () => void pickWholeView(),
  },
  {
    id: 'list.pickNone',
    group: 'list',
    shortcut: null,
    when: () => uiStore.getState().picked.size > 0,
    run: () => pickOnly([]),
  },
  { id: 'list.toggleForm', group: 'list', shortcut: 'V', when: always, run: toggleForm },
  { id: 'list.toggle', group: 'list', shortcut: 'Mod+B', when: always, run: toggleList },
  { id: 'list.filter', group: 'list', shortcut: 'F', when: always, run: () => askFilter(true) },
  {
    id: 'list.unfilter',
    group: 'list',
    shortcut: null,
    when: () => uiStore.getState().filter.length > 0,
    run: () => filterBy([]),
  },
  { id: 'view.save', group: 'list', shortcut: 'Shift+F', when: always, run: () => void draftFromFront() },
  { id: 'view.edit', group: 'list', shortcut: null, when: isSavedInFront, run: () => void editFront() },
  { id: 'view.arrange', group: 'list', shortcut: null, when: always, run: () => openDialog('views') },
  view('view.mine', 'mine', 'Mod+1'),
  view('view.unassigned', 'unassigned', 'Mod+2'),
  view('view.myTeams', 'my-teams', 'Mod+3'),
  view('view.allOpen', 'all-open', 'Mod+4'),
  view('view.pending', 'pending', 'Mod+5'),
  view('view.snoozed', 'snoozed', 'Mod+6'),
  view('view.solved', 'solved', 'Mod+7'),
  ...SortName.options.map(sort),
  { id: 'kind.all', group: 'list', shortcut: '1', when: always, run: () => showKind('all') },
  { id: 'kind.service', group: 'list', shortcut: '2', when: always, run: () => showKind('service') },
  { id: 'kind.support', group: 'list', shortcut: '3', when: always, run: () => showKind('support') },
  { id: 'kind.both', group: 'list', shortcut: '4', when: always, run: () => showKind('both') },
]
