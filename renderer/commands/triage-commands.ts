import type { TriageView } from '../../shared/contract/triage.ts'
import { currentTicket } from '../data/current-ticket.ts'
import { live } from '../data/live.ts'
import { answerTriage } from '../data/thread-intents.ts'
import type { Command } from './define.ts'

type InFront = { readonly ticketId: string; readonly triage: TriageView }

/** What the head of the ticket in front says about its kind; null when it says nothing. */
function triageInFront(): InFront | null {
  const ticketId = currentTicket()?.view.ticket.id
  if (ticketId === undefined) return null
  const snapshot = live.read('tickets.triage', { ticketId })
  const triage = snapshot.state === 'ready' ? snapshot.value : null
  return triage && { ticketId, triage }
}

/** Where the words do not say, there is nothing to move it to. */
function move(): void {
  const front = triageInFront()
  if (!front || front.triage.suggested === 'unsure') return
  void answerTriage(front.ticketId, front.triage, front.triage.suggested)
}

function keep(): void {
  const front = triageInFront()
  if (front) void answerTriage(front.ticketId, front.triage, front.triage.kind)
}

const isSure = (): boolean => {
  const front = triageInFront()
  return front !== null && front.triage.suggested !== 'unsure'
}

/** Answers to what a ticket looks like. */
export const triageCommands: readonly Command[] = [
  { id: 'triage.move', group: 'ticket', shortcut: null, when: isSure, run: move },
  { id: 'triage.keep', group: 'ticket', shortcut: null, when: () => triageInFront() !== null, run: keep },
]
