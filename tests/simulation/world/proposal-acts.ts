import type { Proposal } from '../../../shared/domain/proposals.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { anyOf, fresh, intend, rowsOf, seenSeq, words } from './desk.ts'
import type { Desk } from './desk.ts'
import { pick } from './choices.ts'
import { someFiles } from './some-files.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

function make(desk: Desk): Intent | null {
  const thread = anyOf(desk, 'threads')
  if (!thread) return null
  return intend('proposal.make', {
    proposalId: fresh(desk),
    ticketId: thread.ticketId,
    threadId: thread.id,
    channel: 'email',
    to: [{ name: null, address: 'ana@example.com' }],
    cc: [],
    bodyText: words(desk),
    seenUpToSeq: seenSeq(desk, thread.ticketId),
    attachments: someFiles(desk),
  })
}

/** Mostly one that waits; now and then one somebody has decided about already. */
function someProposal(desk: Desk, isWanted: (row: Proposal) => boolean): Proposal | undefined {
  const wanted = rowsOf(desk, 'proposals').filter(isWanted)
  const waiting = wanted.filter(({ state }) => state === 'proposed')
  return pick(desk.random, waiting.length > 0 && desk.random() < 0.9 ? waiting : wanted)
}

function withdraw(desk: Desk): Intent | null {
  const row = someProposal(desk, ({ authorId }) => authorId === desk.agentId)
  return row ? intend('proposal.withdraw', { proposalId: row.id, seen: row.state }) : null
}

function release(desk: Desk): Intent | null {
  const row = someProposal(desk, ({ authorId }) => authorId !== desk.agentId)
  if (!row) return null
  const messageId = fresh(desk)
  const isChanged = desk.random() < 0.3
  return intend('proposal.release', { proposalId: row.id, messageId, isChanged, seen: row.state })
}

function sendBack(desk: Desk): Intent | null {
  const row = someProposal(desk, ({ authorId }) => authorId !== desk.agentId)
  return row ? intend('proposal.sendBack', { proposalId: row.id, words: words(desk), seen: row.state }) : null
}

/** Answers that are suggested, by guests and others, and what colleagues do with them. */
export const proposalActs = {
  'proposal.make': { weight: 6, act: make },
  'proposal.withdraw': { weight: 1, act: withdraw },
  'proposal.release': { weight: 10, act: release },
  'proposal.sendBack': { weight: 7, act: sendBack },
} satisfies Readonly<Record<string, Act>>
