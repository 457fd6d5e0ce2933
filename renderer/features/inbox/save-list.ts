import i18next from 'i18next'
import type { Output } from '../../../shared/contract/index.ts'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { csv } from '../../../shared/rules/csv.ts'
import { isOwnField, ownKey } from '../../../shared/rules/saved-views/fields.ts'
import type { OwnField } from '../../../shared/rules/saved-views/fields.ts'
import { frontList } from '../../data/front-list.ts'
import { showNotice } from '../../data/toasts.ts'
import { act } from '../../data/use-action.ts'
import { now } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { fieldName } from '../../lib/field-name.ts'
import { saveFile } from '../../lib/files.ts'
import { languageName } from '../../lib/format.ts'
import { formValue } from '../../lib/form-labels.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import type { ColumnName } from '../../stores/columns-store.ts'
import { waitedMs } from './row-facts.ts'

/** As many rows as a file takes. */
const MOST = 5_000
const PAGE = 200
const MINUTE_MS = 60_000

const day = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString())
const words = (row: ListRow, of: (thread: ListRow['threads'][number]) => string): string =>
  [...new Set(row.threads.map(of))].join(', ')

type Cell = (row: ListRow, teams: ReadonlyMap<string, string>) => string | number | null
const cells: Readonly<Record<Exclude<ColumnName, OwnField>, Cell>> = {
  customer: row => row.customerName,
  subject: row => row.subject,
  number: row => ticketName(row),
  state: row => words(row, ({ state }) => i18next.t(`state.${state}`)),
  owner: row => words(row, ({ assigneeName }) => assigneeName ?? ''),
  priority: row => words(row, ({ priority }) => i18next.t(`priority.${priority}`)),
  due: row => words(row, ({ dueAtMs }) => day(dueAtMs)),
  waiting: row => {
    const waited = waitedMs(row, now())
    return waited === null ? null : Math.round(waited / MINUTE_MS)
  },
  team: (row, teams) => words(row, ({ teamId }) => teams.get(teamId ?? '') ?? ''),
  channel: row => dynamicText(`channel.${row.channel}`) ?? row.channel,
  tier: row => row.tier,
  health: row => row.health?.score ?? null,
  value: row => (row.valueBand === null ? null : i18next.t(`portrait.bands.${row.valueBand}`)),
  vip: row => (row.isVip ? i18next.t('portrait.vip') : ''),
  language: row => (row.language === null ? '' : languageName(row.language)),
  tags: row => row.tags.join(', '),
  activity: row => day(row.lastActivityAtMs),
}

type Rows = { readonly rows: readonly ListRow[]; readonly isCut: boolean }

async function allRows(): Promise<Rows | null> {
  const rows: ListRow[] = []
  let after: string | null = null
  do {
    const page: Output<'threads.list'> | null = await act('threads.list', {
      ...frontList(),
      after,
      limit: PAGE,
    })
    if (!page) return null
    rows.push(...page.rows)
    after = page.next
  } while (after !== null && rows.length < MOST)
  return { rows: rows.slice(0, MOST), isCut: after !== null || rows.length > MOST }
}

/** Saves the list in front with the columns of the table, under the names people know them by. */
export async function saveList(columns: readonly ColumnName[]): Promise<void> {
  const [read, directory] = [await allRows(), await act('directory.get', {})]
  if (!read || !directory) return
  const { rows, isCut } = read
  const teams = new Map(directory.teams.map(({ id, name }) => [id, name]))
  const names = columns.map(column =>
    isOwnField(column) ? fieldName(column) : i18next.t(`columns.${column}`),
  )
  const lines = rows.map(row =>
    columns.map(column =>
      isOwnField(column) ? formValue(ownKey(column), row.fields[ownKey(column)]) : cells[column](row, teams),
    ),
  )
  const date = new Date(now()).toISOString().slice(0, 10)
  // Spreadsheets read UTF-8 only when the file says so.
  saveFile(`tandem-tickets-${date}.csv`, new TextEncoder().encode(`\uFEFF${csv(names, lines)}`))
  if (isCut) showNotice(i18next.t('inbox.csvCut', { count: MOST }))
}
