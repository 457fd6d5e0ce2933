import { askMissing, diagnosisInFront, toAsk } from '../data/ask-missing.ts'
import { currentTicket } from '../data/current-ticket.ts'
import { isRestatable, restate, restateSubject } from '../data/restate.ts'
import { openForm } from '../stores/diagnosis-store.ts'
import type { DiagnosisForm } from '../stores/diagnosis-store.ts'
import { searchFor, showColumn, showPane } from '../stores/ui-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

const hasTicket = (): boolean => currentTicket() !== null

/** Opens a form of the technical pane, wherever one is. */
function open(form: DiagnosisForm): void {
  const ticketId = currentTicket()?.view.ticket.id
  if (ticketId === undefined) return
  showPane('support')
  showColumn('customer')
  openForm(form, ticketId)
}

const missing = (): boolean => {
  const front = diagnosisInFront()
  return front !== null && toAsk(front.view.details).length > 0
}

const isAbout = (): string => currentTicket()?.view.ticket.subject.trim() ?? ''

const canSayBack = (): boolean => {
  const front = diagnosisInFront()
  return isAbout() !== '' || (front !== null && isRestatable(front.view))
}

/** The fault where one is written down, else what the ticket is about. */
function sayBack(): void {
  const front = diagnosisInFront()
  if (front && isRestatable(front.view)) return restate(front.view, front.language)
  restateSubject(isAbout(), front?.language ?? null)
}

/** Principles and playbooks are articles with this tag. */
const PLAYBOOKS = 'playbook'

function ask(): void {
  const front = diagnosisInFront()
  if (front) askMissing(front.view, front.language)
}

const form = (id: Command['id'], name: DiagnosisForm, shortcut: Command['shortcut']): Command => ({
  id,
  group: 'ticket',
  shortcut,
  when: hasTicket,
  run: () => open(name),
})

/** Looking into a fault: what is wrong, what was asked and tried, being led, looking from afar. */
export const diagnosisCommands: readonly Command[] = [
  form('diagnosis.edit', 'diagnosis', 'Shift+X'),
  { id: 'details.ask', group: 'ticket', shortcut: 'Shift+Q', when: missing, run: ask },
  form('tried.add', 'tried', null),
  form('asked.add', 'asked', null),
  form('guide.start', 'guide', 'Shift+H'),
  form('remote.start', 'remote', null),
  { id: 'diagnosis.restate', group: 'write', shortcut: null, when: canSayBack, run: sayBack },
  {
    id: 'playbook.find',
    group: 'go',
    shortcut: null,
    when: always,
    run: () => searchFor({ isOpen: true, text: PLAYBOOKS, scope: 'articles' }),
  },
]
