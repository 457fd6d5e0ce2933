import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { pickWholeView } from '../../data/pick-view.ts'
import { cx } from '../../lib/cx.ts'
import { registerFocus } from '../../lib/focus-targets.ts'
import { activeTicketId, openTicket, openTicketInTab, useTabs } from '../../stores/tabs-store.ts'
import { pick, pickOnly, pickTo, uiStore, useUi } from '../../stores/ui-store.ts'
import type { ColumnName } from '../../stores/columns-store.ts'
import classes from './inbox.module.css'
import { TableHead } from './table-head.tsx'
import { TicketCard } from './ticket-card.tsx'
import { TicketLine } from './ticket-line.tsx'

const CARD = 79
const LINE = 29
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
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (form === 'cards' ? CARD : LINE),
    getItemKey: index => rows[index]?.ticketId ?? index,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const isPicking = useUi(state => state.picked.size > 0)
  const order = useMemo(() => rows.map(row => row.ticketId), [rows])
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - NEAR_END) onEnd()
  }, [hasMore, last, rows.length, onEnd])
  const first = items[0]?.index ?? 0
  useEffect(() => onShow(first, last), [first, last, onShow])
  useEffect(() => virtual.measure(), [form, virtual])
  useScrollToCurrent(rows, virtual)
  return (
    <>
      {form === 'table' && <TableHead columns={columns} rows={rows} />}
      <div
        ref={scroll}
        className={cx(classes['scroll'], isPicking && classes['picking'])}
        onKeyDown={event => onListKey(event, order)}
      >
        <div className={classes['canvas']} role="list" style={{ height: virtual.getTotalSize() }}>
          {items.map(item => (
            <Row
              key={item.key}
              item={item}
              row={rows[item.index]}
              form={form}
              columns={columns}
              isPicking={isPicking}
              order={order}
              measure={virtual.measureElement}
            />
          ))}
        </div>
      </div>
    </>
  )
}

type RowProps = {
  readonly item: VirtualItem
  readonly row: ListRow | undefined
  readonly form: 'cards' | 'table'
  readonly columns: readonly ColumnName[]
  /** Rows show their boxes. */
  readonly isPicking: boolean
  /** Tickets of the list in its order, for ranges. */
  readonly order: readonly string[]
  readonly measure: (element: Element | null) => void
}

function Row({ item, row, form, columns, isPicking, order, measure }: RowProps) {
  const isCurrent = useTabs(state => activeTicketId(state) === row?.ticketId)
  if (!row) return null
  const hasBox = form === 'table' || isPicking
  const open = (event: MouseEvent | KeyboardEvent): void => {
    if (event.shiftKey && 'button' in event) pickTo(row.ticketId, order)
    else if (event.ctrlKey || event.metaKey) openTicketInTab(row.ticketId)
    else openTicket(row.ticketId)
  }
  return (
    <div
      ref={measure}
      data-index={item.index}
      className={cx(classes['row'], hasBox && classes['withBox'])}
      data-ticket={row.ticketId}
      style={{ transform: `translateY(${item.start}px)` }}
      role="listitem"
      aria-current={isCurrent}
      tabIndex={isCurrent || item.index === 0 ? 0 : -1}
      onClick={open}
      onAuxClick={event => event.button === 1 && openTicketInTab(row.ticketId)}
      onKeyDown={event => {
        if (event.key === 'Enter') open(event)
      }}
    >
      {hasBox && <RowBox ticketId={row.ticketId} name={row.subject} order={order} />}
      {form === 'cards' ? <TicketCard row={row} /> : <TicketLine row={row} columns={columns} />}
    </div>
  )
}

type RowBoxProps = {
  readonly ticketId: string
  readonly name: string
  readonly order: readonly string[]
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
        pickTo(ticketId, order)
      }}
      tabIndex={-1}
      onChange={event => pick(ticketId, event.currentTarget.checked)}
    />
  )
}

/**
 * Arrow keys walk from row to row, with Shift they pick on the way; Space picks, Enter opens, Mod+A picks the whole
 * view and Escape nothing.
 */
function onListKey(event: KeyboardEvent<HTMLElement>, order: readonly string[]): void {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['ticket'] : undefined
  const { picked } = uiStore.getState()
  if (event.key === ' ' && focused !== undefined) {
    event.preventDefault()
    pick(focused, !picked.has(focused))
  } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    void pickWholeView()
  } else if (event.key === 'Escape' && picked.size > 0) pickOnly([])
  else moveFocus(event, order)
}

function moveFocus(event: KeyboardEvent<HTMLElement>, order: readonly string[]): void {
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
    pickTo(to, order)
  }
  target.focus()
}

/** Keeps the open ticket in sight when it changes by key, and takes the focus when it is asked for. */
function useScrollToCurrent(rows: readonly ListRow[], virtual: Virtualizer<HTMLDivElement, Element>): void {
  const current = useTabs(activeTicketId)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (current === shown.current) return
    const index = rows.findIndex(row => row.ticketId === current)
    if (index < 0) return
    shown.current = current
    virtual.scrollToIndex(index, { align: 'auto' })
  }, [current, rows, virtual])
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
