import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { Chip } from '../../components/chip.tsx'
import { ClockChip } from '../../components/clock-chip.tsx'
import { KindBar, KindMark } from '../../components/kind-mark.tsx'
import { Ago } from '../../components/time-text.tsx'
import { LeaseChip } from '../../components/lease.tsx'
import { WatchersChip } from '../../components/watchers.tsx'
import { HEALTH_TONES } from '../../lib/health-tones.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { languageName, span } from '../../lib/format.ts'
import { isOwnField, ownKey } from '../../../shared/rules/saved-views/fields.ts'
import type { OwnField } from '../../../shared/rules/saved-views/fields.ts'
import { formValue } from '../../lib/form-labels.ts'
import { cx } from '../../lib/cx.ts'
import { shortName } from '../../lib/short-name.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import type { ColumnName } from '../../stores/columns-store.ts'
import { TakeoverChip, UnsentChip, VipMark } from './row-chips.tsx'
import { paintMark } from '../../lib/paint-mark.ts'
import { kindsOf, rowClock, waitedMs } from './row-facts.ts'
import classes from './ticket-line.module.css'

type CellProps = { readonly row: ListRow }

/** Words of a cell, each once; what has no room ends in dots and is said whole where the pointer rests. */
function Words({ of }: { readonly of: readonly string[] }) {
  const words = [...new Set(of)].join(', ')
  return (
    <span dir="auto" title={words}>
      {words}
    </span>
  )
}

function Customer({ row }: CellProps) {
  const { t } = useTranslation()
  return <span dir="auto">{row.customerName.trim() || t('customer.unnamed')}</span>
}

function States({ row }: CellProps) {
  const { t } = useTranslation()
  return <Words of={row.threads.map(({ state }) => t(`state.${state}`))} />
}

function Owners({ row }: CellProps) {
  const { t } = useTranslation()
  const names = row.threads.map(({ assigneeName }) =>
    assigneeName === null ? t('ticket.nobody') : shortName(assigneeName),
  )
  return <Words of={names} />
}

function Due({ row }: CellProps) {
  const clock = rowClock(row.threads)
  return (
    <>
      <UnsentChip waiting={row.waiting} />
      <WatchersChip ticketId={row.ticketId} />
      {row.needsPerson !== null && <TakeoverChip reason={row.needsPerson} />}
      <LeaseChip lease={row.lease} />
      {clock !== null && <ClockChip clock={clock} />}
    </>
  )
}

function Waiting({ row }: CellProps) {
  const waited = waitedMs(row, useNow())
  return waited === null ? null : <span>{span(waited)}</span>
}

function Teams({ row }: CellProps) {
  const directory = useLiveValue('directory.get', {})
  const ids = new Set(row.threads.map(({ teamId }) => teamId))
  return <Words of={directory?.teams.filter(({ id }) => ids.has(id)).map(({ name }) => name) ?? []} />
}

function Subject({ row }: CellProps) {
  const { t } = useTranslation()
  return (
    <>
      <span dir="auto" {...paintMark('ticket-list')}>
        {row.subject.trim() || t('ticket.noSubject')}
      </span>
      <span className={classes['preview']} dir="auto">
        {row.preview}
      </span>
    </>
  )
}

function Priorities({ row }: CellProps) {
  const { t } = useTranslation()
  return <Words of={row.threads.map(({ priority }) => t(`priority.${priority}`))} />
}

function Health({ row: { health } }: CellProps) {
  const { t } = useTranslation()
  if (health === null) return null
  const word = t(`customer.healthWord.${health.band}`)
  return <Chip tone={HEALTH_TONES[health.band]}>{t('standing.health', { score: health.score, word })}</Chip>
}

function Value({ row: { valueBand } }: CellProps) {
  const { t } = useTranslation()
  return valueBand === null ? null : <Words of={[t(`portrait.bands.${valueBand}`)]} />
}

/** What stands in a field of a form, as the form calls it. */
function Own({ row, field }: CellProps & { readonly field: OwnField }) {
  const key = ownKey(field)
  const text = formValue(key, row.fields[key])
  return text !== '' && <Words of={[text]} />
}

const cells: Readonly<Record<Exclude<ColumnName, OwnField>, (props: CellProps) => React.ReactNode>> = {
  customer: Customer,
  subject: Subject,
  number: ({ row }) => ticketName(row),
  state: States,
  owner: Owners,
  priority: Priorities,
  due: Due,
  waiting: Waiting,
  team: Teams,
  channel: ({ row }) => <Words of={[dynamicText(`channel.${row.channel}`) ?? row.channel]} />,
  tier: ({ row }) => row.tier !== null && <Words of={[row.tier]} />,
  health: Health,
  value: Value,
  vip: ({ row }) => row.isVip && <VipMark />,
  language: ({ row }) => row.language !== null && <Words of={[languageName(row.language)]} />,
  tags: ({ row }) => <Words of={row.tags} />,
  activity: ({ row }) => <Ago atMs={row.lastActivityAtMs} />,
}

type TicketLineProps = { readonly row: ListRow; readonly columns: readonly ColumnName[] }

/** A ticket as one line of 28 px. */
export const TicketLine = memo(function TicketLine({ row, columns }: TicketLineProps) {
  const kinds = kindsOf(row)
  return (
    <span className={cx(classes['line'], row.isUnread && classes['unread'])}>
      <KindBar kinds={kinds} />
      <span className={classes['marks']}>
        {kinds.map(kind => (
          <KindMark key={kind} kind={kind} size={14} />
        ))}
      </span>
      {columns.map(column => {
        if (isOwnField(column))
          return (
            <span key={column} className={cx(classes['cell'], classes['own'])}>
              <Own row={row} field={column} />
            </span>
          )
        const Cell = cells[column]
        return (
          <span key={column} className={cx(classes['cell'], classes[column])}>
            <Cell row={row} />
          </span>
        )
      })}
    </span>
  )
})
