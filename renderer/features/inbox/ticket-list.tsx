import { Checkbox } from '@mantine/core'
import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { pickWholeView } from '../../data/pick-view.ts'
import { cx } from '../../lib/cx.ts'
import { registerFocus } from '../../lib/focus-targets.ts'
import { useFixedRows } from '../../lib/use-fixed-rows.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { activeTicketId, openTicket, openTicketInTab, useTabs } from '../../stores/tabs-store.ts'
import { pick, pickOnly, pickTo, uiStore, useUi } from '../../stores/ui-store.ts'
import type { ColumnName } from '../../stores/columns-store.ts'
import classes from './inbox.module.css'
import { rowHeight } from './row-height.ts'
import { TableHead } from './table-head.tsx'
import { TicketCard } from './ticket-card.tsx'
import { TicketLine } from './ticket-line.tsx'
import { useWideTable } from './use-wide-table.ts'

const OVERSCAN = 8
const NEAR_END = 12

type TicketListProps = {
  readonly rows: readonly ListRow[]
  readonly hasMore: boolean
  readonly form: 'cards' | 'table'
  readonly columns: readonly ColumnName[]
  readonly onEnd: () => void
  /** Places of the first and last row in the page: rows far from them need not be kept true. */
  readonly onShow: (first: number, last: number) => void
}

/** The rows of a view, only those in sight in the page. */
export function TicketList({ rows, hasMore, form, columns, onEnd, onShow }: TicketListProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const height = rowHeight(form, useSettings())
  const { first, end, total, reveal } = useFixedRows(scroll, {
    count: rows.length,
    height,
    overscan: OVERSCAN,
  })
  const isPicking = useUi(state => state.picked.size > 0)
  // Rows ask for the order when somebody picks a range; handing it out would paint all of them for each page.
  const latest = useRef(rows)
  useLayoutEffect(() => {
    latest.current = rows
  }, [rows])
  const order = useCallback(() => latest.current.map(row => row.ticketId), [])
  const last = Math.max(0, end - 1)
  useEffect(() => {
    if (hasMore && last >= rows.length - NEAR_END) onEnd()
  }, [hasMore, last, rows.length, onEnd])
  useEffect(() => onShow(first, last), [first, last, onShow])
  useScrollToCurrent(rows, reveal)
  const head = useWideTable(scroll, form === 'table' ? columns : null)
  return (
    <>
      {form === 'table' && <TableHead at={head} columns={columns} rows={rows} />}
      <div
        ref={scroll}
        data-form={form}
        className={cx(classes['scroll'], isPicking && classes['picking'])}
        onKeyDown={event => onListKey(event, order)}
      >
        <div className={classes['canvas']} role="list" style={{ height: total }}>
          {rows.slice(first, end).map((row, index) => (
            <Row
              key={row.ticketId}
              index={first + index}
              height={height}
              row={row}
              form={form}
              columns={columns}
              isPicking={isPicking}
              order={order}
            />
          ))}
        </div>
      </div>
    </>
  )
}

/** Tickets of the list in its order, for ranges. */
type Order = () => readonly string[]

type RowProps = {
  readonly index: number
  readonly height: number
  readonly row: ListRow
  readonly form: 'cards' | 'table'
  readonly columns: readonly ColumnName[]
  /** Rows show their boxes. */
  readonly isPicking: boolean
  readonly order: Order
}

const Row = memo(function Row({ index, height, row, form, columns, isPicking, order }: RowProps) {
  const isCurrent = useTabs(state => activeTicketId(state) === row.ticketId)
  const hasBox = form === 'table' || isPicking
  const open = (event: MouseEvent | KeyboardEvent): void => {
    if (event.shiftKey && 'button' in event) pickTo(row.ticketId, order())
    else if (event.ctrlKey || event.metaKey) openTicketInTab(row.ticketId)
    else openTicket(row.ticketId)
  }
  return (
    <div
      data-index={index}
      className={cx(classes['row'], hasBox && classes['withBox'])}
      data-ticket={row.ticketId}
      style={{ height, transform: `translateY(${index * height}px)` }}
      role="listitem"
      aria-current={isCurrent}
      tabIndex={isCurrent || index === 0 ? 0 : -1}
      onClick={open}
      onAuxClick={event => event.button === 1 && openTicketInTab(row.ticketId)}
      onKeyDown={event => {
        if (event.key !== 'Enter') return
        // The key ends here: with Control it would also send what is in the composer.
        event.preventDefault()
        open(event)
      }}
    >
      {hasBox && <RowBox ticketId={row.ticketId} name={row.subject} order={order} />}
      {form === 'cards' ? <TicketCard row={row} /> : <TicketLine row={row} columns={columns} />}
    </div>
  )
})

type RowBoxProps = {
  readonly ticketId: string
  readonly name: string
  readonly order: Order
}

function RowBox({ ticketId, name, order }: RowBoxProps) {
  const { t } = useTranslation()
  const isPicked = useUi(state => state.picked.has(ticketId))
  return (
    <Checkbox
      aria-label={t('inbox.pick', { name })}
      checked={isPicked}
      onClick={event => {
        event.stopPropagation()
        if (!event.shiftKey) return
        event.preventDefault()
        pickTo(ticketId, order())
      }}
      tabIndex={-1}
      onChange={event => pick(ticketId, event.currentTarget.checked)}
    />
  )
}

/** With Shift it is a command of the window. */
const isPickAll = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'a' && (ctrlKey || metaKey) && !shiftKey

/**
 * Arrow keys walk from row to row, with Shift they pick on the way; Space picks, Enter opens, Mod+A picks the whole
 * view and Escape nothing.
 */
function onListKey(event: KeyboardEvent<HTMLElement>, order: Order): void {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['ticket'] : undefined
  const { picked } = uiStore.getState()
  if (event.key === ' ' && focused !== undefined) {
    event.preventDefault()
    pick(focused, !picked.has(focused))
  } else if (isPickAll(event)) {
    event.preventDefault()
    void pickWholeView()
  } else if (event.key === 'Escape' && picked.size > 0) pickOnly([])
  else moveFocus(event, order)
}

function moveFocus(event: KeyboardEvent<HTMLElement>, order: Order): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="listitem"]')].toSorted(
    (a, b) => Number(a.dataset['index']) - Number(b.dataset['index']),
  )
  const at = rows.findIndex(row => row === document.activeElement)
  const target = rows[at < 0 ? 0 : at + by]
  if (!target) return
  event.preventDefault()
  const [from, to] = [rows[at]?.dataset['ticket'], target.dataset['ticket']]
  if (event.shiftKey && from !== undefined && to !== undefined) {
    if (uiStore.getState().pickedFrom === null) pick(from, true)
    pickTo(to, order())
  }
  target.focus()
}

/** Keeps the open ticket in sight when it changes by key, and takes the focus when it is asked for. */
function useScrollToCurrent(rows: readonly ListRow[], reveal: (index: number) => void): void {
  const current = useTabs(activeTicketId)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (current === shown.current) return
    const index = rows.findIndex(row => row.ticketId === current)
    if (index < 0) return
    shown.current = current
    reveal(index)
  }, [current, rows, reveal])
  useEffect(
    () =>
      registerFocus('list', () => {
        const selector = `.${classes['scroll']} [role="listitem"]`
        const row = document.querySelector<HTMLElement>(`${selector}[aria-current="true"]`)
        const first = document.querySelector<HTMLElement>(selector)
        ;(row ?? first)?.focus()
      }),
    [],
  )
}
