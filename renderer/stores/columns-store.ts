import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { z } from 'zod'
import { isOwnField } from '../../shared/rules/saved-views/fields.ts'
import type { OwnField } from '../../shared/rules/saved-views/fields.ts'
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
type KnownColumn = (typeof COLUMNS)[number]
/** A column of the console, or a field of the team's forms. */
export type ColumnName = KnownColumn | OwnField

const KEY = 'list-columns'
const Kept = z.array(z.string().max(120))
const byDesign: readonly ColumnName[] = ['customer', 'subject', 'number', 'state', 'owner', 'due', 'activity']

const columnsStore = createStore<{ readonly own: readonly ColumnName[] }>(() => ({
  own: inOrder(readKept(KEY, Kept) ?? byDesign),
}))

/** Known columns in their order, those of forms as they were added before the last. The subject always stays. */
function inOrder(columns: readonly string[]): readonly ColumnName[] {
  const known = COLUMNS.filter(each => each === 'subject' || columns.includes(each))
  const own = columns.filter(each => isOwnField(each))
  return [...known.filter(each => each !== 'activity'), ...own, ...known.filter(each => each === 'activity')]
}

const toggled = (columns: readonly string[], column: ColumnName): readonly ColumnName[] =>
  inOrder(columns.includes(column) ? columns.filter(each => each !== column) : [...columns, column])

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
