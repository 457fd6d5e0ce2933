import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../shared/contract/cases.ts'
import type { CustomerCard, OrderView } from '../../../shared/contract/customers.ts'
import { isSettled } from '../../../shared/rules/cases/return-moves.ts'
import { Chip } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { useRest } from '../../components/rest.tsx'
import { Line, Section } from '../../components/section.tsx'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../lib/format.ts'
import { openCase } from '../../stores/case-store.ts'
import { orderSentence, trackingSentence } from './order-words.ts'
import { ReturnLine } from './returns/return-line.tsx'
import classes from './cases/cases.module.css'

const SHOWN = 4

type OrdersProps = {
  readonly card: CustomerCard
  readonly cases: CustomerCases | null
  readonly ticketId: string | null
}

/** What was bought and what came back; told to the customer or sent back from here. */
export function Orders({ card, cases, ticketId }: OrdersProps) {
  const { t } = useTranslation()
  const { orders, orderCount, returns } = card.service
  const { id: customerId, language } = card.customer
  const { shown, last } = useRest(orders, SHOWN, orderCount)
  if (orders.length + returns.length === 0) return null
  const openFirst = returns.toSorted(
    (a, b) => Number(isSettled(a.state)) - Number(isSettled(b.state)) || b.createdAtMs - a.createdAtMs,
  )
  return (
    <Section title={t('service.orders')} detail={orderCount > 0 ? orderCount : undefined}>
      <ul>
        {openFirst.slice(0, SHOWN).map(each => (
          <ReturnLine key={each.id} returned={each} cases={cases} language={language} />
        ))}
        {shown.map(order => (
          <OrderEntry
            key={order.id}
            order={order}
            language={language}
            onReturn={() => openCase({ form: 'return', orderId: order.id }, { customerId, ticketId })}
          />
        ))}
        {last}
      </ul>
    </Section>
  )
}

type OrderEntryProps = {
  readonly order: OrderView
  readonly language: string | null
  readonly onReturn: () => void
}

function OrderEntry({ order, language, onReturn }: OrderEntryProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isOpen, setOpen] = useState(false)
  const [first, ...rest] = order.lines
  const title = [order.number, first ? lineText(first) : null, rest.length > 0 ? `+${rest.length}` : null]
  const state = dynamicText(`orderState.${order.state}`) ?? order.state
  const at = order.deliveredAtMs ?? order.placedAtMs
  return (
    <Line
      title={title.filter(Boolean).join(' · ')}
      detail={
        <>
          {[`${state} ${dateOnly(at, nowMs)}`, order.carrier].filter(Boolean).join(' · ')}
          {isOpen && <Parts order={order} />}
        </>
      }
      onOpen={() => setOpen(!isOpen)}
      isOpen={isOpen}
      aside={<Chip>{money(order.totalMinor, order.currency)}</Chip>}
      quiet={<LineMenu what={order.number} actions={actionsOf({ order, language, onReturn }, t)} />}
    />
  )
}

const lineText = ({ title, quantity }: OrderView['lines'][number]): string =>
  quantity > 1 ? `${title} ×${quantity}` : title

/** What is in it and what each line cost, and how to follow the parcel. */
function Parts({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { lines, currency, trackingCode, placedAtMs } = order
  return (
    <>
      {lines.map(line => (
        <span key={line.id} className={classes['words']}>
          {lineText(line)} · {money(line.unitMinor * line.quantity, currency)}
        </span>
      ))}
      <span className={classes['words']}>
        {[t('service.placedOn', { date: dateOnly(placedAtMs, nowMs) }), trackingCode]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}

function actionsOf(
  { order, language, onReturn }: OrderEntryProps,
  t: TFunction,
): readonly (LineAction | null)[] {
  const tracking = trackingSentence(order, language)
  return [
    canInsert()
      ? { label: t('service.insertStatus'), run: () => insertWords(orderSentence(order, language)) }
      : null,
    canInsert() && tracking !== null
      ? { label: t('service.insertTracking'), run: () => insertWords(tracking) }
      : null,
    { label: t('service.startCase'), run: onReturn },
    { label: t('service.copyNumber'), run: () => void act('app.copyText', { text: order.number }) },
  ]
}
