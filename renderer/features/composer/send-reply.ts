import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import type { MutationArgs, MutationName } from '../../../shared/mutations/index.ts'
import type { Receivers } from '../../../shared/rules/receivers.ts'
import { releaseOfTakenUp } from '../../data/proposal-intents.ts'
import { takeoverItems } from '../../data/takeover-intents.ts'
import { act } from '../../data/use-action.ts'
import { neighbourOf } from '../../data/next-in-view.ts'
import { notesSeen, seenUpTo } from '../../data/seen.ts'
import { focusOn } from '../../lib/focus-targets.ts'
import { makeId } from '../../lib/make-id.ts'
import {
  closeSheet,
  blankWriting,
  patchWriting,
  setWriting,
  writingKey,
  writingOf,
} from '../../stores/composer-store.ts'
import type { AfterSend, Writing } from '../../stores/composer-store.ts'
import { openSession } from '../../stores/session-store.ts'
import { askClosing } from '../../stores/closing-store.ts'
import { settingsStore } from '../../stores/settings-store.ts'
import { openTicket } from '../../stores/tabs-store.ts'
import { letGo } from '../../stores/taken-up-store.ts'
import { showColumn } from '../../stores/ui-store.ts'
import { settled } from './draft-saver.ts'
import type { WrittenPromise } from './use-promises.ts'

type Send = {
  readonly view: TicketView
  readonly thread: Thread
  readonly receivers: Receivers
  readonly channel: Channel
  readonly afterSend: AfterSend
  /** How long it rests on this laptop first. */
  readonly restsSeconds: number
  /** What the words promise; those that are meant go into the register with them. */
  readonly promises: readonly WrittenPromise[]
}

const intent = <Name extends MutationName>(name: Name, args: MutationArgs<Name>) => ({ name, args })

const filesOf = ({ files }: Writing) =>
  files.flatMap(({ id, fileName, mediaType, sizeBytes, sha256 }) =>
    sha256 === null ? [] : [{ id, fileName, mediaType, sizeBytes, sha256, contentId: null }],
  )

/** What was written and the id of the row it becomes. */
type Try = { readonly writing: Writing; readonly rowId: string }

/** What a try says: the words, whom to, and what goes along. */
const contentOf = ({ body, to, cc, files }: Writing): string =>
  JSON.stringify([body, to, cc, files.map(file => file.id)])

/** The same content keeps its id with every try: where only the answer got lost, it is not there twice. */
function nextTry(writing: Writing): Try {
  const { tried } = writing
  return { writing, rowId: tried?.content === contentOf(writing) ? tried.rowId : makeId() }
}

/** Reply and what happens to the thread with it, as one: the hub takes both or none. */
function replyIntents(send: Send, { writing, rowId }: Try) {
  const { view, thread, receivers, channel, afterSend } = send
  const ticketId = view.ticket.id
  const seenUpToSeq = seenUpTo(ticketId)
  const reply = intent('ticket.reply', {
    messageId: rowId,
    ticketId,
    threadId: thread.id,
    channel,
    to: [...receivers.to],
    cc: [...receivers.cc],
    bodyText: writing.body,
    bodyHtml: null,
    attachments: filesOf(writing),
    seenUpToSeq,
    confirmed: false,
    // It stands above the composer: whoever sends has seen it.
    seenNotes: notesSeen(ticketId),
    ...(view.lease === null ? {} : { seenLeaseIds: [view.lease.id] }),
  })
  const promised = promiseIntents(send)
  const released = releaseOfTakenUp(ticketId, {
    messageId: rowId,
    words: writing.body,
    files: writing.files,
  })
  // Whoever answers has it: the bot is told.
  const taken = takeoverItems(view)
  if (afterSend === thread.state) return [...released, reply, ...taken, ...promised]
  const state = intent('thread.setState', {
    threadId: thread.id,
    state: afterSend,
    seen: thread.state,
    seenUpToSeq,
    restore: null,
  })
  return [...released, reply, ...taken, ...promised, state]
}

/** Promises that are meant, in their owner's words, with the ids they were decided under. */
function promiseIntents({ view, promises }: Send) {
  const { id: ticketId, customerId } = view.ticket
  const ownerId = openSession()?.place.agent.id ?? null
  return promises.flatMap(({ id: promiseId, isMeant, text: promise, dueAtMs }) =>
    promiseId !== null && isMeant === true
      ? [intent('promise.add', { promiseId, customerId, ticketId, promise, dueAtMs, ownerId })]
      : [],
  )
}

/** Runs an intent over what was written. The words go only after it was taken; a failure leaves everything in place. */
async function take(
  ticketId: string,
  mode: 'reply' | 'note',
  run: (attempt: Try) => Promise<unknown>,
): Promise<boolean> {
  const key = writingKey(ticketId, mode)
  const writing = writingOf(key)
  if (!writing || writing.isSending) return false
  const attempt = nextTry(writing)
  patchWriting(key, { isSending: true, tried: { rowId: attempt.rowId, content: contentOf(writing) } })
  await settled({ ticketId, mode })
  if ((await run(attempt)) === null) {
    patchWriting(key, { isSending: false })
    return false
  }
  setWriting(key, blankWriting())
  // Where the composer lies over the conversation, what was sent would lie under it.
  closeSheet()
  // A draft that stays behind costs a second look, never words: so it goes last.
  await act('draft.discard', { draftId: writing.draftId })
  return true
}

/** Where to go once it is sent: asked before, because the ticket may leave the view with it. */
async function whereNext({ view }: Send): Promise<() => void> {
  switch (settingsStore.getState().settings.afterSend) {
    case 'stay':
      return () => undefined
    case 'next': {
      const { ticketId } = await neighbourOf(view.ticket.id, 'next')
      return ticketId === null ? () => undefined : () => openTicket(ticketId)
    }
    case 'list':
      return () => {
        showColumn('list')
        focusOn('list')
      }
  }
}

export async function sendReply(send: Send): Promise<void> {
  const go = await whereNext(send)
  if (!(await takeReply(send))) return
  const { thread, afterSend } = send
  letGo(thread.ticketId)
  if (afterSend === 'solved' && thread.state !== 'solved')
    askClosing({ ticketId: thread.ticketId, threadId: thread.id })
  go()
}

const takeReply = (send: Send): Promise<boolean> =>
  take(send.view.ticket.id, 'reply', attempt =>
    act('mutations.group', {
      items: replyIntents(send, attempt),
      holdMs: send.restsSeconds * 1_000,
    }),
  )

/** A guest's words do not leave: a colleague reads and releases them. */
export const suggestReply = ({
  view,
  thread,
  receivers,
  channel,
}: Omit<Send, 'afterSend'>): Promise<boolean> =>
  take(view.ticket.id, 'reply', ({ writing, rowId }) =>
    act('proposal.make', {
      proposalId: rowId,
      ticketId: view.ticket.id,
      threadId: thread.id,
      channel,
      to: [...receivers.to],
      cc: [...receivers.cc],
      bodyText: writing.body,
      attachments: filesOf(writing),
      seenUpToSeq: seenUpTo(view.ticket.id),
    }),
  )

export const addNote = (ticketId: string): Promise<boolean> =>
  take(ticketId, 'note', ({ writing, rowId }) =>
    act('note.add', {
      noteId: rowId,
      ticketId,
      threadId: null,
      body: writing.body,
      attachments: filesOf(writing),
    }),
  )
