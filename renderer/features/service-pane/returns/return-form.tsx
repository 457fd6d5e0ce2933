import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { CustomerCard, OrderView } from '../../../../shared/contract/customers.ts'
import { RETURN_KINDS } from '../../../../shared/domain/values.ts'
import { useAction } from '../../../data/use-action.ts'
import { useLimits } from '../../../data/use-cases.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { listText, money } from '../../../lib/format.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { AmountInput } from '../../../components/amount-input.tsx'
import { CaseForm } from '../cases/case-form.tsx'
import formClasses from '../../../components/dialog-form.module.css'
import classes from '../cases/cases.module.css'
import { LimitHint } from '../cases/limit-hint.tsx'
import { allLines, ReturnLinesInput, sumOf } from './return-lines-input.tsx'
import type { Chosen } from './return-lines-input.tsx'

type ReturnFormProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases
  readonly ticketId: string | null
  readonly orderId: string | null
}
type Kind = (typeof RETURN_KINDS)[number]
type Wish = {
  readonly kind: Kind
  readonly reason: string
  readonly chosen: readonly Chosen[]
  readonly amountMinor: number
}

const newWish = (order: OrderView): Wish => {
  const chosen = allLines(order)
  return { kind: 'return', reason: '', chosen, amountMinor: sumOf(order, chosen) }
}

/** Asks for a return, refund or exchange of an order, or of part of it; who approves it decides later. */
export function ReturnForm({ card, orderId, ...rest }: ReturnFormProps) {
  const { t } = useTranslation()
  const { orders } = card.service
  const [chosenId, choose] = useState(orderId ?? orders[0]?.id ?? null)
  const order = orders.find(({ id }) => id === chosenId)
  if (!order) return <p className={formClasses['hint']}>{t('cases.noOrders')}</p>
  return (
    <>
      {orders.length > 1 && (
        <Select
          mb={12}
          label={t('cases.order')}
          value={chosenId}
          onChange={choose}
          allowDeselect={false}
          data={orders.map(each => ({ value: each.id, label: orderLabel(each) }))}
        />
      )}
      {orders.length === 1 && (
        <p className={classes['lone']}>
          {t('service.caseOf', { number: order.number, total: money(order.totalMinor, order.currency) })}
        </p>
      )}
      <OrderForm key={order.id} order={order} card={card} {...rest} />
    </>
  )
}

const orderLabel = ({ number, totalMinor, currency, lines }: OrderView): string =>
  [number, lines[0]?.title, money(totalMinor, currency)].filter(Boolean).join(' · ')

type OrderFormProps = Omit<ReturnFormProps, 'orderId'> & { readonly order: OrderView }

function OrderForm({ card, cases, ticketId, order }: OrderFormProps) {
  const { t } = useTranslation()
  const [wish, setWish] = useState(() => newWish(order))
  const change = (part: Partial<Wish>): void => setWish(before => ({ ...before, ...part }))
  const action = useAction('return.start')
  const { returnMinor } = useLimits(cases.allowances, order.currency)
  const start = async (): Promise<void> => {
    const { id: orderId, customerId, currency } = order
    const { kind, amountMinor } = wish
    const seen = card.service.returns.filter(each => each.orderId === orderId).map(({ id }) => id)
    const about = { customerId, ticketId, orderId, kind, currency, seen, amountMinor }
    const made = await action.run({
      ...about,
      returnId: makeId(),
      reason: wish.reason.trim() || null,
      ...linesOf(order, wish.chosen),
    })
    if (made !== null) closeCase()
  }
  return (
    <CaseForm
      action={t('service.ask')}
      isReady={wish.amountMinor > 0}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={start}
    >
      <SegmentedControl<Kind>
        aria-label={t('service.caseKind')}
        value={wish.kind}
        onChange={kind => change({ kind })}
        data={RETURN_KINDS.map(value => ({ value, label: t(`returnKind.${value}`) }))}
      />
      {order.lines.length > 0 && (
        <ReturnLinesInput
          order={order}
          chosen={wish.chosen}
          onChange={chosen => change({ chosen, amountMinor: sumOf(order, chosen) })}
        />
      )}
      <TextInput
        data-autofocus
        dir="auto"
        label={t('service.caseReason')}
        maxLength={2_000}
        value={wish.reason}
        onChange={event => change({ reason: event.currentTarget.value })}
      />
      <AmountInput
        label={t('service.caseAmount', { currency: order.currency })}
        currency={order.currency}
        minor={wish.amountMinor}
        onChange={amountMinor => change({ amountMinor })}
      />
      <ReturnHints card={card} order={order} amountMinor={wish.amountMinor} />
      <LimitHint amountMinor={wish.amountMinor} limitMinor={returnMinor} currency={order.currency} />
    </CaseForm>
  )
}

type ReturnHintsProps = Pick<OrderFormProps, 'card' | 'order'> & { readonly amountMinor: number }

/** What comes back already, and money that nobody has paid: both are possible, and seldom meant. */
function ReturnHints({ card, order, amountMinor }: ReturnHintsProps) {
  const { t } = useTranslation()
  const others = card.service.returns.filter(
    ({ orderId, state }) => orderId === order.id && state !== 'refused',
  )
  const names = others.map(({ number, kind, state }) =>
    [number, dynamicText(`returnKind.${kind}`), dynamicText(`returnState.${state}`)]
      .filter(Boolean)
      .join(' '),
  )
  return (
    <>
      {names.length > 0 && (
        <p className={classes['over']}>{t('cases.comesBack', { cases: listText(names, 'all') })}</p>
      )}
      {amountMinor > order.totalMinor && (
        <p className={classes['over']}>
          {t('cases.overOrder', { total: money(order.totalMinor, order.currency) })}
        </p>
      )}
    </>
  )
}

/** What is said of the lines: nothing where all of the order comes back. */
function linesOf(order: OrderView, chosen: readonly Chosen[]) {
  const isWhole = order.lines.every(line =>
    chosen.some(({ id, quantity }) => id === line.id && quantity === line.quantity),
  )
  if (isWhole) return {}
  const lines = order.lines.flatMap(({ id, title, unitMinor }) => {
    const quantity = chosen.find(each => each.id === id)?.quantity ?? 0
    return quantity === 0 ? [] : [{ orderLineId: id, title, quantity, unitMinor }]
  })
  return { lines }
}
