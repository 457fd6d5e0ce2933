import type { Row, TableName } from '../domain/tables.ts'

/**
 * Fields a mutation keeps up to date beside what it was made for (sort keys, counters, unions). Two intents that meet
 * only here do not contradict each other: a parked one never holds a later one because of them.
 */
const derived: { readonly [Name in TableName]?: readonly (keyof Row<Name>)[] } = {
  threads: ['lastActivityAtMs', 'waitingSinceMs', 'dueAtMs', 'answeredAtMs', 'clocks'],
  tickets: ['lastMessageSeq', 'tags'],
  plans: ['state', 'endedAtMs'],
}

export const isDerivedField = (table: TableName, field: string): boolean =>
  (derived[table] as readonly string[] | undefined)?.includes(field) ?? false
