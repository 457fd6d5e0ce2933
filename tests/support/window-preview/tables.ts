import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { decide, derivedIdOf } from '../../../shared/mutations/decide.ts'
import { MOST_STEPS, nextReads } from '../../../shared/mutations/read-steps.ts'
import type { Actor, Read } from '../../../shared/mutations/define.ts'
import { serviceLevels } from '../../../shared/rules/sla/service-levels.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { AnyRow, Row, TableName } from '../../../shared/domain/tables.ts'
import { makeId } from './ids.ts'

/** Rows in memory, changed by the product's own mutations. */
export class Tables {
  readonly #rows = new Map<TableName, Map<string, AnyRow>>(tableNames.map(name => [name, new Map()]))
  readonly #byTicket = new Map<TableName, Map<string, AnyRow[]>>()
  readonly #actor: Actor

  constructor(actor: Actor) {
    this.#actor = actor
  }

  put<Name extends TableName>(name: Name, row: Row<Name>): Row<Name> {
    this.#table(name).set(row.id, row as AnyRow)
    this.#byTicket.clear()
    return row
  }
  all<Name extends TableName>(name: Name): readonly Row<Name>[] {
    return [...this.#table(name).values()] as unknown as Row<Name>[]
  }
  /** Rows of a ticket, found without looking at all others. */
  of<Name extends 'threads' | 'messages'>(name: Name, ticketId: string): readonly Row<Name>[] {
    const known = this.#byTicket.get(name) ?? this.#group(name)
    return (known.get(ticketId) ?? []) as unknown as Row<Name>[]
  }
  get<Name extends TableName>(name: Name, id: string | null): Row<Name> | null {
    return ((id === null ? undefined : this.#table(name).get(id)) as Row<Name> | undefined) ?? null
  }

  /** Predicts like a laptop; answers the tables that changed. */
  mutate(name: MutationName, args: unknown, nowMs: number): readonly TableName[] {
    const mutation = mutationByName(name)
    let reads = mutation.reads(args)
    let rows = this.#load(reads)
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const then = nextReads(mutation, args, rows)
      reads = { ...reads, ...then }
      rows = { ...rows, ...this.#load(then) }
    }
    const decision = decide({
      mutation,
      args,
      reads,
      rows,
      context: {
        nowMs,
        actor: this.#actor,
        side: 'laptop',
        derivedId: derivedIdOf(makeId()),
        ticketNumber: null,
        acceptedAtMs: null,
        mayHaveLeft: false,
        serviceLevels: serviceLevels(this.all('slaPolicies'), this.all('calendars')),
      },
    } as Parameters<typeof decide>[0])
    if (decision.kind !== 'changes') throw new AppError(ErrorCode.NotAllowed, decision.kind)
    this.#byTicket.clear()
    for (const change of decision.changes) {
      const table = this.#table(change.table)
      if (change.how === 'remove') table.delete(change.id)
      else if (change.how === 'insert') table.set(change.id, change.row as AnyRow)
      else table.set(change.id, { ...table.get(change.id), ...change.fields } as AnyRow)
    }
    return [...new Set(decision.changes.map(change => change.table))]
  }

  #group(name: 'threads' | 'messages'): Map<string, AnyRow[]> {
    const groups = new Map<string, AnyRow[]>()
    for (const row of this.#table(name).values()) {
      const ticketId = String(row['ticketId'])
      groups.set(ticketId, [...(groups.get(ticketId) ?? []), row])
    }
    this.#byTicket.set(name, groups)
    return groups
  }

  #table(name: TableName): Map<string, AnyRow> {
    const table = this.#rows.get(name)
    if (!table) throw new Error(`no table ${name}`)
    return table
  }

  #load(reads: Readonly<Record<string, Read>>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(reads).map(([name, read]) => {
        if (read.how !== 'many') return [name, this.#table(read.table).get(read.id) ?? null]
        const matches = [...this.#table(read.table).values()].filter(row => {
          const isWanted = Object.entries(read.where).every(([column, value]) => row[column] === value)
          return isWanted && (read.above === null || Number(row[read.above.column] ?? -1) > read.above.value)
        })
        return [name, matches]
      }),
    )
  }
}
