import i18next from 'i18next'
import type { BoardFilter } from '../../../shared/contract/floor.ts'
import { csv } from '../../../shared/rules/csv.ts'
import { act } from '../../data/use-action.ts'
import { now } from '../../lib/clock.ts'
import { saveFile } from '../../lib/files.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { valueWords } from './value-words.ts'

/** As many rows as a file takes; a number of the board is seldom made of more. */
const MOST = 5000
const COLUMNS = ['ticket', 'customer', 'subject', 'kinds', 'value', 'meaning'] as const

/** Saves the tickets behind a number, as far as they are on this laptop: what each gives to it, as number and in words. */
export async function saveRows(filter: Extract<BoardFilter, { by: 'outcome' | 'flow' }>): Promise<void> {
  const found = await act('board.threads', { filter, limit: MOST })
  if (!found) return
  const wordsOf = valueWords(filter, i18next.t)
  const rows = found.rows.map(row => {
    const value = found.values[row.ticketId] ?? null
    const kinds = row.threads.map(({ kind }) => kind).join('+')
    const words = value === null ? '' : wordsOf(value)
    return [ticketName(row), row.customerName, row.subject, kinds, value, words]
  })
  const name = filter.by === 'flow' ? 'flow' : filter.of
  const day = new Date(now()).toISOString().slice(0, 10)
  // Spreadsheets read UTF-8 only when the file says so.
  saveFile(`tandem-${name}-${day}.csv`, new TextEncoder().encode(`\uFEFF${csv(COLUMNS, rows)}`))
}
