import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitWireRow, tableOf } from '../../../shared/domain/codec.ts'
import { tables } from '../../../shared/domain/tables.ts'
import { decide, parseArgs } from '../../../shared/mutations/decide.ts'
import type { Change, LoadedRows } from '../../../shared/mutations/define.ts'
import { mutationByName, mutationNames } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { RowId } from '../../../shared/domain/ids.ts'
import { randomRowsFor, reread } from '../../support/random-rows.ts'
import { onLaptop } from '../../support/builders.ts'
import { aWiderDesk, contextFor, ids, samples } from './scenes.ts'

const parsed = (name: MutationName): unknown => mutationByName(name).args.parse(samples[name])

/** Every value stands in a column of its table and fits it; unknown enum values are never written. */
function expectFits(change: Change): void {
  expect(Object.hasOwn(tables, change.table)).toBe(true)
  if (change.how === 'remove') return
  const { columns } = tableOf(change.table)
  const written = change.how === 'insert' ? change.row : change.fields
  if (change.how === 'insert') {
    expect(splitWireRow(change.table, change.row).extra).toBeNull()
    expect(change.row['id']).toBe(change.id)
  }
  for (const [key, value] of Object.entries(written)) {
    const column = columns[key]
    expect(column, `${change.table}.${key}`).toBeDefined()
    if (column?.oneOf && value !== null) expect(column.oneOf, `${change.table}.${key}`).toContain(value)
    expect(column?.schema.safeParse(value).success, `${change.table}.${key} = ${JSON.stringify(value)}`).toBe(
      true,
    )
  }
}

describe.each(mutationNames)('%s', name => {
  const mutation = mutationByName(name)

  test('stands in the registry under its own name and is described by a key', () => {
    expect(mutation.name).toBe(name)
    expect(mutation.describe(parsed(name)).key).toMatch(/^describe\.[a-zA-Z]+$/)
  })

  test('refuses arguments with a key nobody knows', () => {
    expect(parseArgs(mutation, samples[name])).not.toBeNull()
    expect(parseArgs(mutation, { ...samples[name], surprise: 1 })).toBeNull()
    expect(parseArgs(mutation, null)).toBeNull()
  })

  test('is taken on a desk where nothing has moved, and every change fits its table', () => {
    const world = aWiderDesk()
    const decision = world.decide(name, samples[name], contextFor(name))
    expect(decision.kind).toBe('changes')
    if (decision.kind === 'changes') decision.changes.forEach(expectFits)
  })

  test('gives the same changes every time, and nothing more once they are applied', () => {
    const world = aWiderDesk()
    const first = world.decide(name, samples[name], contextFor(name))
    expect(world.decide(name, samples[name], contextFor(name))).toEqual(first)
    world.run(name, samples[name], contextFor(name))
    const after = world.snapshot()
    // The same act over a row that has it already: how a laptop replays what the feed brought before the verdict.
    world.run(name, samples[name], { ...contextFor(name), side: 'laptop' })
    expect(world.snapshot()).toEqual(after)
  })

  test('predicts on the laptop what the hub decides, but for what only the hub gives', () => {
    const given = new Set([
      'seq',
      'number',
      'acceptedAtMs',
      'lastMessageSeq',
      // A reply counts for clocks when the hub takes it.
      ...(name === 'ticket.reply' ? ['answeredAtMs', 'clocks', 'dueAtMs'] : []),
      // So long from when the hub has sent it.
      ...(name === 'keep.fetch' ? ['fetchedAtMs', 'untilMs'] : []),
      // Another laptop of the agent may have spent the allowance.
      ...(name === 'goodwill.give' ? ['state', 'decidedAtMs', 'type'] : []),
      // A promise holds from when the hub takes it.
      ...(name === 'slaPolicy.set' || name === 'calendar.set' ? ['validFromMs', 'createdAtMs'] : []),
    ])
    const plain = (side: 'laptop' | 'hub'): unknown => {
      const facts = side === 'laptop' ? { side, ticketNumber: null, acceptedAtMs: null } : {}
      const decision = aWiderDesk().decide(name, samples[name], contextFor(name, facts))
      if (decision.kind !== 'changes') return decision
      const kept = decision.changes.map(change => {
        const fields = change.how === 'insert' ? change.row : change.how === 'patch' ? change.fields : {}
        const own = Object.fromEntries(Object.entries(fields).filter(([key]) => !given.has(key)))
        return { how: change.how, table: change.table, id: change.id, own }
      })
      // A colleague's copy is the hub's to write: no laptop but theirs may hold it.
      const isTheirs = ({ how, table, own }: (typeof kept)[number]): boolean =>
        how === 'insert' && tableOf(table).scope === 'agent' && own['agentId'] !== ids.me
      return kept.filter(
        each => !isTheirs(each) && (each.how !== 'patch' || Object.keys(each.own).length > 0),
      )
    }
    expect(plain('laptop')).toEqual(plain('hub'))
  })

  test('is gone, and never throws, when a row it must have is missing', () => {
    const whole = aWiderDesk().load(mutation, parsed(name))
    const needed = Object.entries(whole.reads).filter(([, read]) => read.how === 'one')
    for (const [, read] of needed) {
      if (read.how !== 'one') continue
      const world = aWiderDesk()
      world.forget(read.table, read.id)
      expect(world.decide(name, samples[name], contextFor(name))).toEqual({
        kind: 'gone',
        table: read.table,
        id: read.id,
      })
    }
  })

  test('decides without throwing when any other row is missing', () => {
    const whole = aWiderDesk().load(mutation, parsed(name))
    for (const [key, read] of Object.entries(whole.reads)) {
      if (read.how === 'one') continue
      const rows: LoadedRows = { ...whole.rows, [key]: read.how === 'many' ? [] : null }
      const decision = decide({
        mutation,
        args: parsed(name),
        reads: whole.reads,
        rows,
        context: contextFor(name),
      })
      expect(['changes', 'rejected', 'conflict']).toContain(decision.kind)
    }
  })

  test('is total: no rows make it throw or write what does not fit', () => {
    const args = parsed(name)
    fc.assert(
      fc.property(randomRowsFor(mutation, args), fc.boolean(), (rows, isHub) => {
        const context = isHub ? contextFor(name) : onLaptop()
        const typed = rows as never
        mutation.may(context.actor, typed, args)
        mutation.conflict(typed, args, context)
        mutation.plan(typed, args, context).forEach(expectFits)
        const inverse = mutation.invert(typed, args)
        if (inverse) expect(mutationNames).toContain(inverse.name)
        expect(parseArgs(mutation, mutation.insist(typed, args))).not.toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  test('answers a conflict by insisting: the same intent is then taken', () => {
    const args = parsed(name)
    fc.assert(
      fc.property(randomRowsFor(mutation, args), rows => {
        const context = contextFor(name)
        const typed = rows as never
        if (mutation.conflict(typed, args, context) === null) return
        const insisted = mutation.insist(typed, args)
        expect(mutation.conflict(reread(mutation, insisted, rows) as never, insisted, context)).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  test('coalesces two edits into one that keeps its key', () => {
    const args = parsed(name)
    const key = mutation.coalesceKey(args)
    if (key === null) return
    expect(key.startsWith(`${name}:`)).toBe(true)
    expect(mutation.coalesceKey(mutation.coalesce(args, args))).toBe(key)
    expect(parseArgs(mutation, mutation.coalesce(args, args))).not.toBeNull()
  })

  test('names the rows it makes by itself with valid ids that never meet', () => {
    const changes = aWiderDesk().run(name, samples[name], contextFor(name))
    const made = changes.filter(change => change.how === 'insert').map(change => change.id)
    expect(new Set(made).size).toBe(made.length)
    for (const id of made) expect(RowId.safeParse(id).success).toBe(true)
  })
})

test('the conflict of a deciding mutation is raised on the hub only', () => {
  const world = aWiderDesk()
  const moved = { ...samples['thread.setPriority'], seen: 'low' }
  expect(world.decide('thread.setPriority', moved, contextFor('thread.setPriority')).kind).toBe('conflict')
  expect(world.decide('thread.setPriority', moved, onLaptop()).kind).toBe('changes')
})

test('only the hub itself receives messages of customers', () => {
  const decision = aWiderDesk().decide('ticket.receive', samples['ticket.receive'], contextFor('note.add'))
  expect(decision).toEqual({ kind: 'rejected', code: 'not-allowed' })
})
