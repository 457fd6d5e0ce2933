import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedIdOf } from '../../../shared/mutations/decide.ts'
import { NO_SERVICE_LEVELS } from '../../../shared/rules/sla/service-levels.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { isTableName } from '../../../shared/domain/tables.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import { rebase } from '../../../main/data/sync/rebase.ts'
import type { Incoming } from '../../../main/data/sync/rebase.ts'
import { isWrite } from '../../../main/data/sync/links.ts'
import { aMessage, aThread } from '../../support/builders.ts'
import { openDeskLaptop, VERSION } from '../../support/desk-laptop.ts'
import type { DeskLaptop } from '../../support/desk-laptop.ts'
import { createWorld } from '../../support/row-world.ts'
import { sampleId } from '../../support/sample-row.ts'
import { aDesk, ids } from '../../unit/mutations/scenes.ts'

/**
 * The slow, obvious definition: truth of the hub in a map, pending intents in a list, and the rows are the truth with
 * every intent applied in order, from the beginning, every time.
 */
type Model = {
  readonly base: Map<
    string,
    { readonly table: TableName; readonly row: AnyRow | null; readonly version: number }
  >
  pending: { readonly id: string; readonly name: MutationName; args: unknown; nowMs: number }[]
}

function rowsOf({ base, pending }: Model): Readonly<Record<string, readonly AnyRow[]>> {
  const world = createWorld()
  for (const { table, row } of base.values()) if (row) world.put(table, row as never)
  for (const { id, name, args, nowMs } of pending) {
    const actor = { id: ids.me, name: 'Lena Koch', role: 'agent' as const, teamIds: [] }
    const decision = world.decide(name, args as never, {
      nowMs,
      actor,
      side: 'laptop',
      derivedId: derivedIdOf(id),
      ticketNumber: null,
      acceptedAtMs: null,
      mayHaveLeft: false,
      serviceLevels: NO_SERVICE_LEVELS,
    })
    if (decision.kind !== 'changes') continue
    const applicable = decision.changes.filter(
      change => (world.get(change.table, change.id) !== null) === (change.how !== 'insert'),
    )
    world.apply(applicable)
  }
  const snapshot = world.snapshot()
  return Object.fromEntries(
    Object.entries(snapshot).map(([table, rows]) => [table, rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  )
}

const priorities = ['low', 'normal', 'high', 'urgent'] as const
const threadIds = [ids.service, ids.support] as const

/** What an agent does here. */
const local = fc.oneof(
  fc.record({
    kind: fc.constant('priority' as const),
    thread: fc.nat(1),
    value: fc.constantFrom(...priorities),
  }),
  fc.record({
    kind: fc.constant('state' as const),
    thread: fc.nat(1),
    value: fc.constantFrom('open', 'pending', 'solved'),
  }),
  fc.record({ kind: fc.constant('take' as const), thread: fc.nat(1) }),
  fc.record({ kind: fc.constant('note' as const) }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('relabel' as const), to: fc.constantFrom('service', 'support', 'both') }),
  fc.record({ kind: fc.constant('draft' as const), body: fc.constantFrom('one', 'two') }),
)
/** What comes from the hub: newer truth, or an answer that is older than what is known. */
const remote = fc.oneof(
  fc.record({
    kind: fc.constant('thread' as const),
    thread: fc.nat(1),
    value: fc.constantFrom(...priorities),
    isLate: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('gone' as const),
    what: fc.constantFrom('service', 'support', 'ticket'),
    isLate: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('ticket' as const),
    tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    isLate: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('message' as const) }),
)
/** What becomes of an entry: the hub took it, or the agent took it back. */
const outcome = fc.record({ kind: fc.constantFrom('done' as const, 'taken-back' as const), entry: fc.nat(5) })
const step = fc.oneof(
  { weight: 5, arbitrary: local },
  { weight: 3, arbitrary: remote },
  { weight: 2, arbitrary: outcome },
)

function intentOf(action: Exclude<typeof local extends fc.Arbitrary<infer T> ? T : never, never>): {
  name: MutationName
  args: unknown
} {
  switch (action.kind) {
    case 'priority':
      return {
        name: 'thread.setPriority',
        args: { threadId: threadIds[action.thread], priority: action.value, seen: 'normal' },
      }
    case 'state':
      return {
        name: 'thread.setState',
        args: { threadId: threadIds[action.thread], state: action.value, seen: 'open', seenUpToSeq: 1 },
      }
    case 'take':
      return {
        name: 'thread.take',
        args: { threadId: threadIds[action.thread], agentId: ids.me, seen: null },
      }
    case 'note':
      return {
        name: 'note.add',
        args: { noteId: sampleId(), ticketId: ids.ticket, threadId: null, body: 'Noted.', attachments: [] },
      }
    case 'tag':
      return { name: 'ticket.tag', args: { ticketId: ids.ticket, tags: [action.tag] } }
    case 'relabel':
      return {
        name: 'ticket.relabel',
        args: { ticketId: ids.ticket, kind: action.to, seen: 'service', teamId: null },
      }
    case 'draft':
      return {
        name: 'draft.save',
        args: {
          draftId: ids.draft,
          clientId: ids.client,
          ticketId: ids.ticket,
          mode: 'reply',
          body: action.body,
          to: null,
          cc: null,
          seenUpToSeq: 1,
        },
      }
  }
}

class Run {
  readonly laptop: DeskLaptop
  readonly model: Model = { base: new Map(), pending: [] }
  #version = VERSION

  constructor(laptop: DeskLaptop) {
    this.laptop = laptop
    for (const [table, rows] of Object.entries(laptop.content())) {
      if (!isTableName(table)) continue
      for (const row of rows) this.model.base.set(`${table}/${row.id}`, { table, row, version: VERSION })
    }
  }

  act(intent: { name: MutationName; args: unknown }): void {
    const { laptop, model } = this
    try {
      const id = mutate(laptop.deps, intent)
      const entry = laptop.store.outbox.get(id)
      if (!entry) return
      const known = model.pending.find(pending => pending.id === id)
      if (known) Object.assign(known, { args: entry.args, nowMs: entry.nowMs })
      else model.pending.push({ id, name: intent.name, args: entry.args, nowMs: entry.nowMs })
    } catch {
      // Refused here: the rows must be as they were, which the comparison after the step proves.
    }
  }

  arrive(table: TableName, row: AnyRow | null, facts: { id: string; isLate: boolean }): void {
    const version = facts.isLate ? VERSION - 5 : (this.#version += 1)
    const key = `${table}/${facts.id}`
    const known = this.model.base.get(key)
    const isNews = !known || version > known.version
    if (isNews) this.model.base.set(key, { table, row, version })
    // A row that was removed and is then named by a late answer stays removed: the feed has passed that number.
    this.#rebase(
      [{ table, id: facts.id, version, row }],
      known && known.row === null && facts.isLate ? 'answer' : 'feed',
    )
  }

  settle(kind: 'done' | 'taken-back', index: number): void {
    const { laptop, model } = this
    const pending = model.pending[index % Math.max(1, model.pending.length)]
    if (!pending) return
    const { store } = laptop
    const written = store.outbox.linksOf(pending.id).filter(isWrite)
    const incoming = kind === 'done' ? this.#decide(pending) : []
    model.pending = model.pending.filter(each => each !== pending)
    store.transaction('relaxed', () => {
      store.outbox.remove(pending.id)
      rebase({ store, actor: laptop.deps.actor }, { incoming, touched: written, source: 'answer' })
    })
  }

  /** The hub runs the intent on its own truth, without what else is pending here. */
  #decide({ id, name, args, nowMs }: Model['pending'][number]): readonly Incoming[] {
    const world = createWorld()
    for (const { table, row } of this.model.base.values()) if (row) world.put(table, row as never)
    const actor = { id: ids.me, name: 'Lena Koch', role: 'agent' as const, teamIds: [] }
    const decision = world.decide(name, args as never, {
      nowMs,
      actor,
      side: 'hub',
      derivedId: derivedIdOf(id),
      ticketNumber: 1,
      acceptedAtMs: nowMs,
      mayHaveLeft: false,
      serviceLevels: NO_SERVICE_LEVELS,
    })
    if (decision.kind !== 'changes') return []
    world.apply(
      decision.changes.filter(
        change => (world.get(change.table, change.id) !== null) === (change.how !== 'insert'),
      ),
    )
    return decision.changes.map(({ table, id: rowId }) => {
      const row = (world.get(table, rowId) as AnyRow | null) ?? null
      const version = (this.#version += 1)
      this.model.base.set(`${table}/${rowId}`, { table, row, version })
      return { table, id: rowId, version, row }
    })
  }

  #rebase(incoming: readonly Incoming[], source: 'feed' | 'answer'): void {
    const { store, deps } = this.laptop
    store.transaction('relaxed', () => {
      store.state.set('upToSeq', String(this.#version))
      rebase({ store, actor: deps.actor }, { incoming, touched: [], source })
    })
  }

  truth(table: TableName, id: string): AnyRow | null {
    return this.model.base.get(`${table}/${id}`)?.row ?? null
  }

  /** Rows as they are and as the definition says, and whether a shadow is left that nothing needs. */
  compare(): { readonly rows: unknown; readonly expected: unknown; readonly isShadowLeft: boolean } {
    const filled = (content: Readonly<Record<string, readonly AnyRow[]>>): unknown =>
      Object.fromEntries(Object.entries(content).filter(([, list]) => list.length > 0))
    const { shadows, outbox } = this.laptop.store
    return {
      rows: filled(this.laptop.content()),
      expected: filled(rowsOf(this.model)),
      isShadowLeft: outbox.isEmpty() && !shadows.isEmpty(),
    }
  }
}

function take(run: Run, action: typeof step extends fc.Arbitrary<infer T> ? T : never): void {
  switch (action.kind) {
    case 'thread': {
      const id = threadIds[action.thread] ?? ids.service
      const now =
        run.truth('threads', id) ?? aThread({ id, kind: action.thread === 1 ? 'support' : 'service' })
      run.arrive('threads', { ...now, priority: action.value }, { id, isLate: action.isLate })
      return
    }
    case 'ticket': {
      const now = run.truth('tickets', ids.ticket)
      if (now) run.arrive('tickets', { ...now, tags: action.tags }, { id: ids.ticket, isLate: action.isLate })
      return
    }
    case 'gone': {
      const [table, id] =
        action.what === 'ticket'
          ? (['tickets', ids.ticket] as const)
          : (['threads', action.what === 'service' ? ids.service : ids.support] as const)
      if (run.truth(table, id)) run.arrive(table, null, { id, isLate: action.isLate })
      return
    }
    case 'message': {
      const id = sampleId()
      run.arrive('messages', aMessage({ id, seq: 2 }), { id, isLate: false })
      return
    }
    case 'done':
    case 'taken-back':
      run.settle(action.kind, action.entry)
      return
    default:
      run.act(intentOf(action))
  }
}

test('every row is its base plus what is pending, whatever came in between', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), steps => {
      const laptop = openDeskLaptop(aDesk())
      try {
        const run = new Run(laptop)
        for (const action of steps) {
          take(run, action)
          const { rows, expected, isShadowLeft } = run.compare()
          expect(rows).toEqual(expected)
          expect(isShadowLeft).toBe(false)
        }
      } finally {
        laptop.close()
      }
    }),
    { numRuns: 100, seed: 20_260_105 },
  )
}, 120_000)
