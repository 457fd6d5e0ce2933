import type { Random } from '../../../shared/clock.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import type { MutationInput, MutationName } from '../../../shared/mutations/index.ts'
import { rowMap } from '../stores/map-laptop-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { pick } from './choices.ts'

/** What an agent can see and use when deciding what to do next. */
export type Desk = {
  readonly disk: LaptopDisk
  readonly agentId: string
  readonly clientId: string
  readonly nowMs: number
  readonly random: Random
  readonly teamIds: readonly string[]
  readonly agentIds: readonly string[]
}

/** In order of id: how a storage happens to hold them must not decide what an agent does. */
export function rowsOf<Name extends TableName>(desk: Desk, table: Name): readonly Row<Name>[] {
  const rows = rowMap(desk.disk, table)
  return [...rows.keys()].toSorted().map(id => rows.get(id)?.row as Row<Name>)
}
export function anyOf<Name extends TableName>(desk: Desk, table: Name): Row<Name> | undefined {
  const rows = rowMap(desk.disk, table)
  const id = pick(desk.random, [...rows.keys()].toSorted())
  return id === undefined ? undefined : (rows.get(id)?.row as Row<Name>)
}
export const fresh = (desk: Desk): string => newId(desk.nowMs, desk.random)
export const words = (desk: Desk): string =>
  `words ${Math.floor(desk.random() * 1e6)}\nsecond line ${Math.floor(desk.random() * 9)}`
export const oneOf = <T>(desk: Desk, values: readonly [T, ...T[]]): T =>
  pick(desk.random, values) ?? values[0]
export const later = (desk: Desk, ms: number): number => Math.max(0, desk.nowMs) + ms

/** An intent whose arguments are checked by the compiler. */
export const intend = <Name extends MutationName>(name: Name, args: MutationInput<Name>): Intent => ({
  name,
  args,
})

/** Newest message the agent has seen of a ticket; now and then an older one. */
export function seenSeq(desk: Desk, ticketId: string): number {
  const newest = Number(rowMap(desk.disk, 'tickets').get(ticketId)?.row['lastMessageSeq'] ?? 0)
  return desk.random() < 0.95 ? newest : Math.max(0, newest - 1)
}
