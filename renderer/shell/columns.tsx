import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Splitter } from '../components/splitter.tsx'
import { usePanel } from '../data/use-panel.ts'
import type { Layout } from '../lib/use-layout.ts'
import { useUi } from '../stores/ui-store.ts'
import classes from './console.module.css'
import { CustomerColumn } from './customer-column.tsx'
import { ListColumn } from './list-column.tsx'
import { MiddleColumn } from './middle-column.tsx'
import { OneColumn } from './one-column.tsx'
import { PageTitle } from './page-title.tsx'
import { useFrontCustomer } from './use-front-customer.ts'

/** Widths of design in px: the list, and the customer with both panes. */
const LIST: Readonly<Record<Layout, number>> = {
  roomy: 304,
  wide: 304,
  narrow: 240,
  folded: 304,
  single: 0,
  small: 0,
}
const SIDE: Readonly<Record<Layout, number>> = {
  roomy: 640,
  wide: 556,
  narrow: 480,
  folded: 380,
  single: 0,
  small: 0,
}
/** From here the table form leaves room for the customer too. */
const TABLE_KEEPS_SIDE = 1_800

/** The three columns as the window has room for them. */
export function Columns({ layout }: { readonly layout: Layout }) {
  if (layout === 'single' || layout === 'small') return <OneColumn />
  return <SideBySide layout={layout} />
}

function SideBySide({ layout }: { readonly layout: Layout }) {
  const { t } = useTranslation()
  const form = useUi(state => state.form)
  const isListOpen = useUi(state => state.isListOpen)
  const isSideAsked = useUi(state => state.column === 'customer')
  const front = useFrontCustomer()
  // The customer a paint after the conversation: what was said is what the key was pressed for.
  const beside = useDeferredValue(front)
  const isTable = form === 'table'
  const list = usePanel(
    isTable ? 'list-table' : `list-${layout}`,
    isTable ? tableWidth(front.hasTab) : LIST[layout],
  )
  const side = usePanel(`side-${layout}`, SIDE[layout])
  const isFolded = layout === 'folded' && !isTable && front.hasTab
  const hasSide =
    front.customerId !== null && (!isTable || isSideAsked || window.innerWidth >= TABLE_KEEPS_SIDE)
  return (
    <main className={classes['columns']}>
      {!front.hasTab && <PageTitle />}
      {(!isFolded || isListOpen) && (
        <div className={`${classes['list']} ${isFolded ? classes['over'] : ''}`} style={{ width: list.size }}>
          <ListColumn />
        </div>
      )}
      {!isFolded && (
        <Splitter label={t('panels.list')} side="before" least={200} most={isTable ? 1400 : 480} {...list} />
      )}
      <div className={classes['middle']}>
        <MiddleColumn />
      </div>
      {hasSide && (
        <>
          <Splitter label={t('panels.customer')} side="after" least={320} most={900} {...side} />
          <div className={classes['side']} style={{ width: side.size }}>
            <CustomerColumn
              customerId={beside.customerId}
              ticketId={beside.ticketId}
              isTabbed={side.size < 440}
            />
          </div>
        </>
      )}
    </main>
  )
}

/** The table takes what the conversation can spare: it stays readable at 480. */
function tableWidth(hasTab: boolean): number {
  const room = window.innerWidth - 52
  if (!hasTab) return room - 320
  const beside = window.innerWidth >= TABLE_KEEPS_SIDE ? SIDE.roomy : 0
  return Math.max(560, Math.min(900, room - beside - 480))
}
