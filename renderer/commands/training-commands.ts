import { maySupervise } from '../../shared/rules/supervising.ts'
import { currentTicket } from '../data/current-ticket.ts'
import { isGuestHere } from '../data/guest.ts'
import { placeHere } from '../stores/session-store.ts'
import { openCoaching, openStory, openThanks, openTraining } from '../stores/training-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

const ticketInFront = (): string | null => currentTicket()?.view.ticket.id ?? null
const mayCoach = (): boolean => maySupervise(placeHere()?.agent.role ?? 'agent')

/** Thanks, stories, practice, words between two and first steps. */
export const trainingCommands: readonly Command[] = [
  {
    id: 'kudos.give',
    group: 'write',
    shortcut: 'Mod+Shift+K',
    // A guest thanks for work on a ticket of theirs.
    when: () => !isGuestHere() || ticketInFront() !== null,
    run: () => openThanks({ ticketId: ticketInFront() }),
  },
  {
    id: 'story.keep',
    group: 'ticket',
    shortcut: null,
    when: () => ticketInFront() !== null,
    run: () => openStory({ ticketId: ticketInFront() }),
  },
  {
    id: 'coaching.write',
    group: 'write',
    shortcut: null,
    when: mayCoach,
    run: () => openCoaching({ ticketId: ticketInFront() }),
  },
  { id: 'kudos.open', group: 'go', shortcut: 'Mod+Shift+H', when: always, run: () => openTraining('kudos') },
  { id: 'stories.open', group: 'go', shortcut: null, when: always, run: () => openTraining('stories') },
  { id: 'practice.open', group: 'go', shortcut: null, when: always, run: () => openTraining('practice') },
  { id: 'coaching.open', group: 'go', shortcut: null, when: always, run: () => openTraining('coaching') },
  {
    id: 'firstSteps.open',
    group: 'go',
    shortcut: null,
    when: always,
    run: () => openTraining('first-steps'),
  },
]
