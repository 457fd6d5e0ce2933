import { useState } from 'react'
import type { IssueDetail } from '../../../shared/contract/incidents.ts'
import { tellAll } from '../../data/tell-all.ts'
import type { Words } from '../../data/tell-all.ts'
import { useUndoSeconds } from '../../data/undo-choice.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { useLetters } from './use-letters.ts'
import { useWordsToMany } from './use-words-to-many.ts'

/** Whom an update goes to, its words, and what is asked before it leaves. */
export function useTelling({ issue, list, everywhere, openTickets }: IssueDetail) {
  const open = list.filter(({ isOpen }) => isOpen)
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(open.filter(({ isToldElsewhere }) => isToldElsewhere).map(({ ticketId }) => ticketId)),
  )
  const [isRestMeant, setRestMeant] = useState(true)
  const [words, setWords] = useState<Words>({ body: '', variants: [] })
  const check = useWordsToMany([words.body, ...words.variants.map(({ body }) => body)])
  const letters = useLetters(check)
  const holdMs = useUndoSeconds('email') * 1_000
  const elsewhere = Math.max(0, (everywhere?.openTickets ?? 0) - openTickets)
  const byHub = isRestMeant ? elsewhere : 0
  const meant = open.map(({ ticketId }) => ticketId).filter(id => !left.has(id))
  const body = words.body.trim()
  const variants = words.variants.filter(each => each.body.trim() !== '')
  const isReady = body !== '' && meant.length + byHub > 0
  const sendTo = (ticketIds: readonly string[]): void => {
    closeDialog()
    const heldCustomerIds = isRestMeant ? [...new Set(open.map(({ customerId }) => customerId))] : null
    const { id: issueId, code } = issue
    void tellAll({ issueId, code, ticketIds, heldCustomerIds, holdMs, body, variants })
  }
  const send = async (): Promise<void> => {
    // What stands in the words of all was answered before the single letters were looked at.
    if (!isReady || (letters.found.length === 0 && !check.mayLeave())) return
    if (await letters.mayLeave(meant, { body, variants })) sendTo(meant)
  }
  const leave = (next: ReadonlySet<string>): void => {
    letters.forget()
    setLeft(next)
  }
  const leaveOut = (): void => {
    const out = new Set([...left, ...letters.found.map(({ ticketId }) => ticketId)])
    const others = meant.filter(id => !out.has(id))
    if (others.length + byHub > 0) sendTo(others)
    else leave(out)
  }
  return {
    open,
    elsewhere,
    byHub,
    words,
    left,
    check,
    letters,
    meant,
    isReady,
    send,
    leave,
    leaveOut,
    rest: { isMeant: isRestMeant, onChange: setRestMeant },
    sendAll: () => sendTo(meant),
    write: (change: (words: Words) => Words): void => {
      letters.forget()
      setWords(change)
    },
  }
}
