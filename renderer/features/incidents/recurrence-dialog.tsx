import { Button, Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REPORT_DAYS } from '../../../shared/contract/incidents.ts'
import type { ReportDays } from '../../../shared/contract/incidents.ts'
import { csv } from '../../../shared/rules/csv.ts'
import type { RecurrenceRow } from '../../../shared/rules/recurrence/recurrence.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { saveFile } from '../../lib/files.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from '../../components/report.module.css'
import { NamedTickets } from './named-tickets.tsx'

/** Dialog "What came back": causes by product, beside the time before. Every number opens its tickets. */
export function RecurrenceDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'recurrence')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('commands.recurrence.open')} size={860}>
      {isOpen && <Report />}
    </Dialog>
  )
}

/** What is shown below the table: the tickets behind a number. */
type Opened = { readonly title: string; readonly ticketIds: readonly string[] }

function Report() {
  const { t } = useTranslation()
  const [days, setDays] = useState<ReportDays>(90)
  const [opened, setOpened] = useState<Opened | null>(null)
  const report = useLiveQuery('causes.report', { days })
  const rows = report.state === 'ready' ? report.value.rows : []
  return (
    <>
      <Group justify="space-between" mb={12}>
        <SegmentedControl
          aria-label={t('recurrence.period')}
          value={String(days)}
          onChange={next => {
            setDays(REPORT_DAYS.find(each => String(each) === next) ?? 90)
            setOpened(null)
          }}
          data={REPORT_DAYS.map(each => ({
            value: String(each),
            label: t('recurrence.days', { count: each }),
          }))}
        />
        <Button variant="default" disabled={rows.length === 0} onClick={() => saveReport(rows, days)}>
          {t('recurrence.save')}
        </Button>
      </Group>
      {report.state === 'loading' && <Skeleton rows={4} />}
      {report.state === 'failed' && <LoadFailed error={report.error} onRetry={report.reload} />}
      {report.state === 'ready' && rows.length === 0 && <EmptyState>{t('recurrence.none')}</EmptyState>}
      {rows.length > 0 && (
        <div className={classes['scroll']}>
          <Table rows={rows} onOpen={setOpened} />
        </div>
      )}
      {opened && (
        <section aria-label={opened.title} className={classes['opened']}>
          <h3 className={classes['label']}>{opened.title}</h3>
          <NamedTickets ticketIds={opened.ticketIds} />
        </section>
      )}
    </>
  )
}

const COLUMNS = ['tickets', 'before', 'again', 'unfixed'] as const
type Column = (typeof COLUMNS)[number]
const idsOf = (row: RecurrenceRow, column: Column): readonly string[] =>
  ({ tickets: row.ticketIds, before: row.beforeIds, again: row.againIds, unfixed: row.unfixedIds })[column]
const categoryName = ({ category }: RecurrenceRow): string =>
  dynamicText(`causeCategory.${category}`) ?? category

function saveReport(rows: readonly RecurrenceRow[], days: number): void {
  const names = ['product', 'cause', ...COLUMNS]
  const lines = rows.map(row => [
    row.productName,
    categoryName(row),
    ...COLUMNS.map(column => idsOf(row, column).length),
  ])
  // Spreadsheets read UTF-8 only when the file says so.
  const bytes = new TextEncoder().encode(`\uFEFF${csv(names, lines)}`)
  saveFile(`tandem-causes-${days}-days.csv`, bytes)
}

type TableProps = { readonly rows: readonly RecurrenceRow[]; readonly onOpen: (opened: Opened) => void }

function Table({ rows, onOpen }: TableProps) {
  const { t } = useTranslation()
  return (
    <table className={classes['report']}>
      <thead>
        <tr>
          <th scope="col">{t('recurrence.product')}</th>
          <th scope="col">{t('rootCause.category')}</th>
          {COLUMNS.map(column => (
            <th key={column} scope="col" data-number>
              {t(`recurrence.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => {
          const product = row.productName ?? t('recurrence.noProduct')
          return (
            <tr key={`${row.productId} ${row.category}`}>
              <th scope="row" dir="auto">
                {product}
              </th>
              <td>{categoryName(row)}</td>
              {COLUMNS.map(column => (
                <td key={column} data-number>
                  <TicketCount
                    ticketIds={idsOf(row, column)}
                    title={`${product} · ${categoryName(row)} · ${t(`recurrence.column.${column}`)}`}
                    onOpen={onOpen}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type NumberProps = Opened & { readonly onOpen: (opened: Opened) => void }

function TicketCount({ ticketIds, title, onOpen }: NumberProps) {
  if (ticketIds.length === 0) return <span>0</span>
  return (
    <button
      type="button"
      aria-label={`${title}: ${ticketIds.length}`}
      onClick={() => onOpen({ title, ticketIds })}
    >
      {ticketIds.length}
    </button>
  )
}
