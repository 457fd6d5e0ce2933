import { useCallback, useState } from 'react'
import { z } from 'zod'
import { readKept, writeKept } from '../../lib/kept.ts'

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
  'language',
  'tags',
  'activity',
] as const
export type ColumnName = (typeof COLUMNS)[number]

const KEY = 'list-columns'
const Kept = z.array(z.enum(COLUMNS))
const byDesign: readonly ColumnName[] = ['customer', 'subject', 'number', 'state', 'owner', 'due', 'activity']

/** Columns of the table form as the agent chose them, always in the same order. The subject always stays. */
export function useColumns(): readonly [readonly ColumnName[], (column: ColumnName) => void] {
  const [chosen, setChosen] = useState<readonly ColumnName[]>(() => readKept(KEY, Kept) ?? byDesign)
  const toggle = useCallback((column: ColumnName) => {
    setChosen(current => {
      const next = COLUMNS.filter(each =>
        each === column ? !current.includes(each) : current.includes(each),
      )
      const kept = next.includes('subject')
        ? next
        : COLUMNS.filter(each => each === 'subject' || next.includes(each))
      writeKept(KEY, kept)
      return kept
    })
  }, [])
  return [chosen, toggle]
}
