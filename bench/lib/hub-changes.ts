import { newId } from '../../shared/domain/ids.ts'
import type { MutationInput } from '../../shared/mutations/index.ts'
import { diceFrom } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import { applyAsHub } from '../../server/sync/apply-as-hub.ts'
import type { HubDeps, HubIntent } from '../../server/sync/apply-as-hub.ts'
import { makeWriter } from '../generator/words.ts'

export type ChangeDeps = HubDeps & { readonly workspaceId: string; readonly tickets: readonly KnownTicket[] }
export type KnownTicket = { readonly ticketId: string; readonly email: string }

/** What others do while a laptop is away, or while it watches: orders by name, each answered when it is done. */
export type Changes = { readonly take: (name: string, input: unknown) => Promise<unknown> }

/** Tickets that are being looked at stay as they are. */
export type EventsInput = { readonly perSecond: number; readonly except: readonly string[] }

const BATCH = 40
/** Of all changes: the same ticket edited by two agents who did not see each other. */
const DOUBLE_EDIT_SHARE = 0.01
const TICK_MS = 20

export function createChanges(deps: ChangeDeps): Changes {
  const { store, clock, workspaceId, tickets } = deps
  const dice = diceFrom(randomFor(7, 'changes'))
  const writer = makeWriter(diceFrom(randomFor(7, 'change words')))
  const id = (): string => newId(clock.now(), dice.random)
  let isRunning = false
  let made: Promise<number> = Promise.resolve(0)
  let except: ReadonlySet<string> = new Set()

  const doubleEdit = (ticketId: string): readonly HubIntent[] =>
    ['mine', 'theirs'].map(who => ({
      name: 'ticket.tag',
      args: { ticketId, tags: [`${who}-${dice.whole(1, 500)}`] } satisfies MutationInput<'ticket.tag'>,
      mutationId: id(),
    }))

  const intents = (): readonly HubIntent[] => {
    let { ticketId, email } = dice.pick(tickets)
    while (except.has(ticketId)) ({ ticketId, email } = dice.pick(tickets))
    const mutationId = id()
    if (dice.chance(DOUBLE_EDIT_SHARE)) return doubleEdit(ticketId)
    if (dice.chance(0.4)) {
      const body = writer.prose(120)
      const args: MutationInput<'note.add'> = {
        noteId: id(),
        ticketId,
        threadId: null,
        body,
        attachments: [],
      }
      return [{ name: 'note.add', args, mutationId }]
    }
    const from = { name: null, address: email }
    const to = [{ name: null, address: 'help@tandem.example' }]
    const text = { bodyText: writer.prose(writer.bodyBytes()), bodyHtml: null }
    const mail = { mailId: null, receivedAtMs: clock.now(), attachments: [] }
    const args: MutationInput<'ticket.receive'> = {
      messageId: id(),
      ticketId,
      channel: 'email',
      from,
      to,
      cc: [],
      ...text,
      ...mail,
    }
    return [{ name: 'ticket.receive', args, mutationId }]
  }

  const apply = async (count: number): Promise<void> => {
    const refusal = await applyAsHub(deps, workspaceId, Array.from({ length: count }, intents).flat())
    if (refusal) throw new Error(`A change was refused: ${JSON.stringify(refusal)}`)
  }
  const head = (): Promise<number> => store.read(workspaceId, async tx => (await tx.head()).seq)

  /** Entries of the feed behind a number; one that was replaced by a later one of its row counts once. */
  const entriesAfter = async (after: number, atMost: number): Promise<number> =>
    store.read(workspaceId, async tx => (await tx.feed({ after, limit: atMost })).length)

  async function changeRows(rows: number): Promise<{ readonly fromSeq: number; readonly rows: number }> {
    const fromSeq = await head()
    while ((await entriesAfter(fromSeq, rows)) < rows) await apply(BATCH)
    return { fromSeq, rows: await entriesAfter(fromSeq, rows * 2) }
  }

  /** One transaction each 20 ms, as many intents in it as the rate asks for; falls behind rather than catching up in bursts. */
  async function keepChanging(perSecond: number): Promise<number> {
    const perTick = Math.max(1, Math.round((perSecond * TICK_MS) / 1000))
    let count = 0
    let nextAtMs = performance.now()
    while (isRunning) {
      await apply(perTick)
      count += perTick
      nextAtMs = Math.max(nextAtMs + TICK_MS, performance.now() - TICK_MS)
      await new Promise<void>(resolve => clock.after(Math.max(0, nextAtMs - performance.now()), resolve))
    }
    return count
  }

  function startEvents(input: EventsInput): null {
    isRunning = true
    except = new Set(input.except)
    made = keepChanging(input.perSecond)
    return null
  }

  return {
    take: async (name, input) => {
      switch (name) {
        case 'head':
          return head()
        case 'changeRows':
          return changeRows(Number(input))
        case 'startEvents':
          return startEvents(input as EventsInput)
        case 'stopEvents':
          isRunning = false
          return made
        default:
          throw new Error(`Unknown order ${name}`)
      }
    },
  }
}
