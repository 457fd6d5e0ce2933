import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { z } from 'zod'
import { readKept, writeKept } from '../lib/kept.ts'
import { uiStore, useUi } from './ui-store.ts'

export const COLUMNS = [
  'customer',
  'subject',
  'number',
  'state',
  'owner',
  'priority',
  'due',
  'waiting',
  'team',
  'channel',
  'tier',
  'health',
  'value',
  'vip',
  'language',
  'tags',
  'activity',
] as const
export type ColumnName = (typeof COLUMNS)[number]

const KEY = 'list-columns'
const Kept = z.array(z.enum(COLUMNS))
const byDesign: readonly ColumnName[] = ['customer', 'subject', 'number', 'state', 'owner', 'due', 'activity']

const columnsStore = createStore<{ readonly own: readonly ColumnName[] }>(() => ({
  own: readKept(KEY, Kept) ?? byDesign,
}))

/** Known columns in their order. The subject always stays. */
const inOrder = (columns: readonly string[]): readonly ColumnName[] =>
  COLUMNS.filter(each => each === 'subject' || columns.includes(each))

const toggled = (columns: readonly string[], column: ColumnName): readonly ColumnName[] =>
  inOrder(COLUMNS.filter(each => (each === column ? !columns.includes(each) : columns.includes(each))))

/** Columns of the table form: those the view in front brings, else as the agent chose them. */
export function useColumns(): readonly ColumnName[] {
  const ofView = useUi(state => state.columns)
  const own = useStore(columnsStore, state => state.own)
  return ofView ? inOrder(ofView) : own
}

/** Shows or hides a column. What a view brings is changed while it is in front; saving the view keeps it. */
export function toggleColumn(column: ColumnName): void {
  const { columns } = uiStore.getState()
  if (columns) return uiStore.setState({ columns: toggled(columns, column) })
  const own = toggled(columnsStore.getState().own, column)
  writeKept(KEY, own)
  columnsStore.setState({ own })
}
