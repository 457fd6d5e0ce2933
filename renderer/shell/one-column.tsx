import { IconArrowLeft, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { shownCount, useFrontCounts, useFrontView } from '../data/use-front-view.ts'
import { showColumn, useUi } from '../stores/ui-store.ts'
import classes from './console.module.css'
import { CustomerColumn } from './customer-column.tsx'
import { ListColumn } from './list-column.tsx'
import { MiddleColumn } from './middle-column.tsx'
import { PageTitle } from './page-title.tsx'
import { useFrontCustomer } from './use-front-customer.ts'

/** One column at a time: list, conversation, customer, with the way back and what waits behind it. */
export function OneColumn() {
  const { t } = useTranslation()
  const wanted = useUi(state => state.column)
  const kind = useUi(state => state.kind)
  const view = useFrontView()
  const counts = useFrontCounts()
  const front = useFrontCustomer()
  const column = front.hasTab ? wanted : 'list'
  if (column === 'list') {
    return (
      <main className={classes['whole']}>
        <PageTitle />
        <ListColumn />
      </main>
    )
  }
  const isCustomer = column === 'customer'
  return (
    <main className={classes['whole']}>
      {isCustomer && <PageTitle />}
      <div className={classes['back']} style={{ flex: 'none' }}>
        <button
          type="button"
          className={classes['jump']}
          onClick={() => showColumn(isCustomer ? 'conversation' : 'list')}
        >
          <IconArrowLeft aria-hidden />
          {isCustomer ? t('landmarks.conversation') : `${view.name} ${shownCount(counts, kind)}`}
        </button>
        <span />
        {!isCustomer && front.customerId !== null && (
          <button type="button" className={classes['jump']} onClick={() => showColumn('customer')}>
            <IconUser aria-hidden />
            {t('landmarks.customer')}
          </button>
        )}
      </div>
      {isCustomer ? (
        <CustomerColumn customerId={front.customerId} ticketId={front.ticketId} isTabbed />
      ) : (
        <div className={classes['middle']}>
          <MiddleColumn />
        </div>
      )}
    </main>
  )
}
