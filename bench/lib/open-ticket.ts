import { Worker } from 'node:worker_threads'
import type { ConversationItem, ConversationPage, TicketView } from '../../shared/contract/tickets.ts'
import { bareSql, keysOfBare } from './bare-ticket.ts'
import type { BareTicket } from './bare-ticket.ts'
import type { DataProcess } from './data-process.ts'
import { KEY } from './laptop.ts'
import { hashRows } from './leg.ts'
import type { Leg, Sample } from './leg.ts'

const PAGE = 50
/** Each run opens every ticket so often: a p99 needs hundreds. */
const ROUNDS = 5

function keysOfItem(item: ConversationItem): readonly unknown[] {
  switch (item.type) {
    case 'message':
      return [item.message.id, item.message.bodyText, item.authorName]
    case 'note':
      return [item.note.id, item.note.body, item.authorName]
    case 'event':
      return [item.event.id, item.event.type, item.actorName]
  }
}

function keysOfOurs(view: TicketView | null, page: ConversationPage): readonly (readonly unknown[])[] {
  if (!view) return []
  return [
    [view.ticket.id, view.ticket.subject, view.customerName],
    ...view.threads.map(({ id, kind, state, assigneeId }) => [id, kind, state, assigneeId]),
    ...page.items.map(keysOfItem),
  ]
}

type Opened = readonly (readonly unknown[])[]

/** Opens the tickets one after the other; what came is told apart after the clock stopped. */
async function openAll<Answer>(
  ticketIds: readonly string[],
  open: (ticketId: string) => Promise<Answer>,
  keysOf: (answer: Answer) => Opened,
): Promise<Sample> {
  const times: number[] = []
  const found: (readonly unknown[])[] = []
  for (const ticketId of Array.from({ length: ROUNDS }, () => ticketIds).flat()) {
    const startedAt = performance.now()
    const answer = await open(ticketId)
    times.push(performance.now() - startedAt)
    found.push(...keysOf(answer))
  }
  return { times, rows: found.length, hash: hashRows(found) }
}

export type Opening = {
  /** The process that answers now: a fill that ended is begun again with another one. */
  readonly data: () => Promise<DataProcess>
  readonly path: () => Promise<string>
  readonly ticketIds: readonly string[]
}

export const ourOpening = ({ data, ticketIds }: Opening): Leg => ({
  name: 'ours',
  what: `tickets.get and tickets.conversation (limit ${PAGE}) in one message, through the forked data process and its reader thread`,
  durability: 'reads only',
  run: async () => {
    const process = await data()
    return openAll(
      ticketIds,
      async ticketId => {
        const [view, page] = await process.ask([
          { name: 'tickets.get', input: { ticketId } },
          { name: 'tickets.conversation', input: { ticketId, before: null, limit: PAGE } },
        ])
        return [view as TicketView | null, page as ConversationPage] as const
      },
      ([view, page]) => keysOfOurs(view, page),
    )
  },
})

/** The thread is opened anew when the file is another one. */
export function bareOpening({ path, ticketIds }: Opening): {
  readonly leg: Leg
  readonly stop: () => Promise<unknown>
} {
  let worker: Worker | null = null
  let openPath = ''
  const ask = (ticketId: string): Promise<BareTicket> =>
    new Promise((resolve, reject) => {
      worker?.once('message', resolve)
      worker?.once('error', reject)
      worker?.postMessage(ticketId)
    }).then(answer => {
      worker?.removeAllListeners('error')
      return answer as BareTicket
    })
  return {
    leg: {
      name: 'bare worker',
      what: bareSql,
      durability: 'reads only',
      run: async () => {
        const wanted = await path()
        if (wanted !== openPath) {
          await worker?.terminate()
          worker = new Worker(new URL('bare-worker.ts', import.meta.url), {
            workerData: { path: wanted, key: KEY },
          })
          openPath = wanted
          // The first answer includes the start of the thread.
          await ask(ticketIds[0] ?? '')
        }
        return openAll(ticketIds, ask, keysOfBare)
      },
    },
    stop: async () => worker?.terminate(),
  }
}
