import type { TableName } from '../../../shared/domain/tables.ts'
import type { PushAnswer, PushEntry, PushRequest } from '../../../shared/protocol/push.ts'
import type { HubStore } from '../../../server/sync/store.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import { Broken } from './broken.ts'

type Made = readonly [table: TableName, key: string]

/** The row an intent makes under an id of the laptop's own, by mutation. */
const MADE: Readonly<Record<string, Made>> = {
  'ticket.reply': ['messages', 'messageId'],
  'ticket.create': ['tickets', 'ticketId'],
  'customer.create': ['customers', 'customerId'],
  'note.add': ['notes', 'noteId'],
  'contact.add': ['contactPoints', 'contactPointId'],
  'followUp.add': ['followUps', 'followUpId'],
  'promise.add': ['promises', 'promiseId'],
}

function isMade({ rows }: HubState, { name, args }: PushEntry): boolean {
  const made = MADE[name]
  if (!made) return false
  const id = (args as Readonly<Record<string, unknown>>)[made[1]]
  return rows.get(made[0])?.has(String(id)) ?? false
}

const idMade = ({ name, args }: PushEntry): string | null => {
  const made = MADE[name]
  return made ? String((args as Readonly<Record<string, unknown>>)[made[1]]) : null
}

type Answer = Pick<PushAnswer, 'verdicts'>
/** What a transaction of a push leaves behind. */
type Decided = {
  readonly answerAt: (seq: number) => Answer
  readonly published: Promise<number | null>
}

/** What the hub did not take has left no trace, alone or in a group: the agent will decide about all of it. */
function refusedLeavesNothing(hub: HubState, absent: readonly PushEntry[], { verdicts }: Answer): void {
  const kinds = new Map(verdicts.map(({ mutationId, kind }) => [mutationId, kind]))
  const taken = new Set(absent.filter(entry => kinds.get(entry.mutationId) === 'done').map(idMade))
  for (const entry of absent) {
    const verdict = kinds.get(entry.mutationId)
    if (verdict === 'done' || taken.has(idMade(entry)) || !isMade(hub, entry)) continue
    throw new Broken('what was refused has done nothing', {
      name: entry.name,
      verdict,
      groupId: entry.groupId,
    })
  }
}

/** A row of an answer carries the number of its last change: with any other a laptop would miss one, or take it twice. */
function versionsAreTrue({ rowFeed }: HubState, { verdicts }: Answer): void {
  for (const verdict of verdicts) {
    if (!('rows' in verdict)) continue
    for (const { table, id, version, row } of verdict.rows) {
      // Made and removed by this transaction: there is nothing to have a number.
      if (row === null && version === 0) continue
      const stands = rowFeed.get(`${table}:${id}`)?.seq ?? 0
      if (version !== stands)
        throw new Broken('an answer names rows by the number of their last change', {
          table,
          id,
          version,
          stands,
        })
    }
  }
}

/** The storage as a push sees it, with a look at what each of its transactions answers before it commits. */
export function witnessed(store: HubStore, hub: () => HubState, { entries }: PushRequest): HubStore {
  return {
    read: store.read,
    write: (workspaceId, fn) =>
      store.write(workspaceId, async (tx, endWith) => {
        const absent = entries.filter(entry => !isMade(hub(), entry))
        const decided = await fn(tx, endWith)
        const { answerAt, published } = decided as unknown as Decided
        const answer = answerAt((await published) ?? 0)
        refusedLeavesNothing(hub(), absent, answer)
        versionsAreTrue(hub(), answer)
        return decided
      }),
  }
}
