import type { PushAnswer, PushRequest } from '../../../shared/protocol/push.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import { Broken } from './broken.ts'

type Reply = {
  readonly messageId: string
  readonly ticketId: string
  readonly seenUpToSeq: number
  readonly confirmed: boolean
}

/** A reply that was taken went out behind no words of the customer its author had not seen. */
export function repliesHaveSeen(hub: HubState, { entries }: PushRequest, { verdicts }: PushAnswer): void {
  const done = new Set(verdicts.flatMap(({ kind, mutationId }) => (kind === 'done' ? [mutationId] : [])))
  for (const { name, args, mutationId } of entries) {
    if (name !== 'ticket.reply' || !done.has(mutationId)) continue
    const { messageId, ticketId, seenUpToSeq, confirmed } = args as Reply
    const messages = hub.rows.get('messages')
    const seq = Number(messages?.get(messageId)?.['seq'] ?? 0)
    if (confirmed) continue
    for (const other of messages?.values() ?? []) {
      const number = Number(other['seq'])
      const isBetween = other['ticketId'] === ticketId && number > seenUpToSeq && number < seq
      if (isBetween && other['direction'] === 'in')
        throw new Broken('a reply goes out only by somebody who had seen what was said', {
          messageId,
          seq,
          seenUpToSeq,
          unseen: number,
        })
    }
  }
}
