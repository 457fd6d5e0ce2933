import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { STORY_KINDS } from '../domain/training.ts'
import type { Story } from '../domain/training.ts'
import { maySupervise } from '../rules/supervising.ts'
import { authorOf, defineMutation, insert, isAutomation, maybe, one } from './define.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { cleaned, FewWords, knownOf, readPerson, ShortLine } from './parts/training.ts'

const MOST_TOPICS = 12
const Content = z.strictObject({
  title: ShortLine,
  body: FewWords,
  reason: FewWords,
  kind: z.enum(STORY_KINDS),
  topics: z.array(ShortLine).max(MOST_TOPICS),
})

const versionOf = (row: Story | null): number => row?.version ?? 0

/**
 * Keeps a story from a ticket, or mends one. Whatever was confirmed is cleaned once more of what is known of the
 * ticket's person; only an event of that ticket says where it came from.
 */
export const keepStory = defineMutation({
  name: 'story.keep',
  args: z.strictObject({
    storyId: RowId,
    /** Where it happened; null: it is mended, or was told by somebody. */
    ticketId: TicketId.nullable(),
    /** The version the writer began with; 0: there was none. */
    seen: z.int().min(0),
    content: Content,
  }),
  reads: ({ storyId, ticketId }) => ({
    row: maybe('stories', storyId),
    ticket: ticketId === null ? maybe('tickets', NO_ROW) : one('tickets', ticketId),
  }),
  alsoReads: ({ ticket }) => readPerson(ticket),
  may: (actor, { row }, { content }) =>
    !isAutomation(actor) &&
    content.title.trim() !== '' &&
    content.body.trim() !== '' &&
    (row === null || row.keptBy === actor.id || maySupervise(actor.role)),
  plan: ({ row, ticket, ...person }, { storyId, content }, context) => {
    const known = knownOf(person, ticket)
    const clean = {
      kind: content.kind,
      title: cleaned(content.title, known),
      body: cleaned(content.body, known),
      reason: cleaned(content.reason, known),
      topics: [...new Set(content.topics.map(topic => cleaned(topic, known)))].filter(topic => topic !== ''),
    }
    if (row) {
      if (patchChanged('stories', row, clean).length === 0) return []
      return patchChanged('stories', row, { ...clean, version: row.version + 1 })
    }
    const made = insert('stories', {
      ...clean,
      id: storyId,
      keptBy: authorOf(context),
      keptAtMs: context.nowMs,
      version: 1,
    })
    if (!ticket) return [made]
    return [made, recordEvent(context, { place: onTicket(ticket), type: 'story.kept', facts: { storyId } })]
  },
  conflict: ({ row }, { storyId, seen }) =>
    conflictOf('changed-since', [
      { table: 'stories', id: storyId, field: 'version', seen, mine: null, theirs: versionOf(row) },
    ]),
  describe: ({ content }) => ({ key: 'describe.keepStory', values: { story: content.title.slice(0, 80) } }),
  insist: ({ row }, args) => ({ ...args, seen: versionOf(row) }),
  invert: ({ row }, { storyId }) => {
    if (!row) return { name: 'story.remove', args: { storyId, story: '' } }
    if (row.kind === 'other') return null
    const { title, body, reason, kind, topics, version } = row
    const content = { title, body, reason, kind, topics: [...topics] }
    return { name: 'story.keep', args: { storyId, ticketId: null, seen: version + 1, content } }
  },
})
