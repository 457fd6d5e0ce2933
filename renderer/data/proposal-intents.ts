import type { ProposalView } from '../../shared/contract/proposals.ts'
import type { Proposal } from '../../shared/domain/proposals.ts'
import type { Attachment } from '../../shared/domain/tickets.ts'
import type { UndoWindow } from '../../shared/domain/undo-windows.ts'
import { CHANNELS } from '../../shared/domain/values.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import { undoSeconds } from '../../shared/rules/undo-window.ts'
import { focusOn } from '../lib/focus-targets.ts'
import { makeId } from '../lib/make-id.ts'
import { composerStore, patchWriting, writeIn, writingKey, writingOf } from '../stores/composer-store.ts'
import type { ComposerFile } from '../stores/composer-store.ts'
import { leftOut } from '../stores/left-out-store.ts'
import { letGo, takenUpOn, takeUp } from '../stores/taken-up-store.ts'
import { openSession } from '../stores/session-store.ts'
import { openTicket } from '../stores/tabs-store.ts'
import { showColumn } from '../stores/ui-store.ts'
import { currentTicket } from './current-ticket.ts'
import { isGuestHere } from './guest.ts'
import { live } from './live.ts'
import { notesSeen, seenUpTo } from './seen.ts'
import { ownUndo } from './undo-choice.ts'
import { act } from './use-action.ts'

const isWaiting = ({ state, authorId }: Proposal): boolean =>
  state === 'proposed' && authorId !== (openSession()?.place.agent.id ?? null)

/** Suggested answers of a ticket that wait for whoever works here; of what is painted. */
function waitingOn(ticketId: string): readonly ProposalView[] {
  const found = live.read('proposals.ofTicket', { ticketId })
  return found.state === 'ready' && !isGuestHere() ? found.value.filter(isWaiting) : []
}

/** The oldest suggested answer that waits on the ticket in front. */
export function proposalInFront(): ProposalView | null {
  const current = currentTicket()
  return current === null ? null : (waitingOn(current.view.ticket.id).at(-1) ?? null)
}

const undoWindows = (): readonly UndoWindow[] => {
  const found = live.read('undoWindows.list', {})
  return found.state === 'ready' ? found.value : []
}

const release = (args: MutationArgs<'proposal.release'>) => ({ name: 'proposal.release' as const, args })

/** Files of a suggestion that are not left out. */
const filesOf = ({ attachments }: ProposalView): readonly Attachment[] =>
  attachments.filter(({ id }) => !leftOut().has(id))

/** Records of their own: those of the suggestion go with it. */
const filesAgain = (proposal: ProposalView) =>
  filesOf(proposal).map(({ fileName, mediaType, sizeBytes, sha256 }) => ({
    id: makeId(),
    fileName,
    mediaType,
    sizeBytes,
    sha256,
  }))

type Answer = {
  readonly messageId: string
  readonly words: string
  readonly files: readonly Pick<ComposerFile, 'sha256'>[]
}

const isSameFiles = (mine: Answer['files'], theirs: Answer['files']): boolean =>
  mine.length === theirs.length && theirs.every(({ sha256 }) => mine.some(file => file.sha256 === sha256))

/** What releases the suggestion whose words are in the composer; nothing when none was taken up or it is decided. */
export function releaseOfTakenUp(ticketId: string, answer: Answer) {
  const taken = takenUpOn(ticketId)
  const found = taken && waitingOn(ticketId).find(({ id }) => id === taken.proposalId)
  if (!taken || !found) return []
  const hasOtherFiles = !isSameFiles(answer.files, found.attachments)
  const isChanged = hasOtherFiles || answer.words.trim() !== found.bodyText.trim()
  return [release({ proposalId: found.id, messageId: answer.messageId, isChanged, seen: 'proposed' })]
}

/** On their way into the outbox: a second press while the first is taken would be a second answer. */
const releasing = new Set<string>()

/** Releases a suggested answer as it stands, without the files that are left out, and does what Send does with the thread. */
export async function releaseProposal(proposal: ProposalView): Promise<void> {
  if (releasing.has(proposal.id)) return
  releasing.add(proposal.id)
  await releaseOnce(proposal)
  releasing.delete(proposal.id)
}

/** The answer and what Send does with the thread, as one. */
async function releaseOnce(proposal: ProposalView): Promise<void> {
  const current = currentTicket()
  const channel = CHANNELS.find(each => each === proposal.channel)
  if (current?.view.ticket.id !== proposal.ticketId || !channel) return
  const { view } = current
  const thread = view.threads.find(({ id }) => id === proposal.threadId) ?? current.thread
  const { ticketId } = proposal
  const messageId = makeId()
  const seenUpToSeq = seenUpTo(ticketId)
  const files = filesAgain(proposal)
  const isChanged = files.length < proposal.attachments.length
  const reply: MutationArgs<'ticket.reply'> = {
    messageId,
    ticketId,
    threadId: thread.id,
    channel,
    to: [...proposal.to],
    cc: [...proposal.cc],
    bodyText: proposal.bodyText,
    bodyHtml: null,
    attachments: files.map(file => ({ ...file, contentId: null })),
    seenUpToSeq,
    confirmed: false,
    seenNotes: notesSeen(ticketId),
    ...(view.lease === null ? {} : { seenLeaseIds: [view.lease.id] }),
  }
  const state = composerStore.getState().afterSend[thread.kind === 'support' ? 'support' : 'service']
  const seconds = undoSeconds(channel, { own: ownUndo(), windows: undoWindows() })
  await act('mutations.group', {
    items: [
      release({ proposalId: proposal.id, messageId, isChanged, seen: 'proposed' }),
      { name: 'ticket.reply', args: reply },
      ...(state === thread.state
        ? []
        : [
            {
              name: 'thread.setState',
              args: { threadId: thread.id, state, seen: thread.state, seenUpToSeq, restore: null },
            },
          ]),
    ],
    holdMs: seconds * 1_000,
  })
}

/** Puts the words and files of a suggestion into the composer, below what is being written: sending them releases it. */
export function changeProposal(proposal: ProposalView): void {
  const { id, ticketId, bodyText, to, cc } = proposal
  const key = writingKey(ticketId, 'reply')
  writeIn('reply')
  const fill = (): void => {
    const own = writingOf(key)
    if (!own) return
    const body = own.body.trim() === '' ? bodyText : `${own.body}\n\n${bodyText}`
    const files = [...own.files, ...filesAgain(proposal)]
    patchWriting(key, { body, files, to: own.to ?? to, cc: own.cc ?? cc, isDirty: true })
    takeUp(ticketId, { proposalId: id, words: bodyText })
    showColumn('conversation')
    requestAnimationFrame(() => focusOn('composer'))
  }
  // The composer may have been closed until now: its draft is read first.
  if (writingOf(key)) fill()
  else requestAnimationFrame(fill)
}

export const sendBackProposal = (proposalId: string, words: string) =>
  act('proposal.sendBack', { proposalId, words, seen: 'proposed' })

export const withdrawProposal = (proposalId: string) =>
  act('proposal.withdraw', { proposalId, seen: 'proposed' })

/** Puts an own suggestion that came back into the composer, to be made better and suggested again. */
export function improveProposal({ ticketId, bodyText }: ProposalView): void {
  const key = writingKey(ticketId, 'reply')
  letGo(ticketId)
  writeIn('reply')
  const own = writingOf(key)
  if (!own) return
  patchWriting(key, { body: own.body.trim() === '' ? bodyText : `${own.body}\n\n${bodyText}`, isDirty: true })
  requestAnimationFrame(() => focusOn('composer'))
}

/** Opens the ticket whose suggestion waits longest, or the next one after the ticket in front. */
export function nextProposal(): string | null {
  const found = live.read('proposals.waiting', {})
  if (found.state !== 'ready' || isGuestHere()) return null
  const tickets = [...new Set(found.value.map(({ ticketId }) => ticketId))]
  const at = tickets.indexOf(currentTicket()?.view.ticket.id ?? '')
  return tickets[at + 1] ?? tickets[0] ?? null
}

export function openNextProposal(): void {
  const ticketId = nextProposal()
  if (ticketId !== null) openTicket(ticketId)
}
