import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard, OrderView } from '../../../shared/contract/customers.ts'
import type { ReturnCase } from '../../../shared/domain/commerce.ts'
import { Chip } from '../../components/chip.tsx'
import type { Tone } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { customerText } from '../../lib/customer-text.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../lib/format.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { orderSentence, trackingSentence } from './order-words.ts'
import { StartReturn } from './start-return.tsx'

const SHOWN = 4

type OrdersProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** What was bought and what came back; told to the customer or sent back from here. */
export function Orders({ card, ticketId }: OrdersProps) {
  const { t } = useTranslation()
  const [started, setStarted] = useState<OrderView | null>(null)
  const { orders, orderCount, returns } = card.service
  if (orders.length + returns.length === 0) return null
  return (
    <Section title={t('service.orders')} detail={orderCount}>
      <ul>
        {returns.slice(0, SHOWN).map(each => (
          <ReturnLine key={each.id} returned={each} language={card.customer.language} />
        ))}
        {orders.slice(0, SHOWN).map(order => (
          <OrderEntry
            key={order.id}
            order={order}
            language={card.customer.language}
            onReturn={() => setStarted(order)}
          />
        ))}
      </ul>
      <StartReturn order={started} ticketId={ticketId} returns={returns} onClose={() => setStarted(null)} />
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
  const [first, ...rest] = order.lines
  const quantity = first && first.quantity > 1 ? ` ×${first.quantity}` : ''
  const title = [
    order.number,
    first ? `${first.title}${quantity}` : null,
    rest.length > 0 ? `+${rest.length}` : null,
  ]
  const state = dynamicText(`orderState.${order.state}`) ?? order.state
  const at = order.deliveredAtMs ?? order.placedAtMs
  return (
    <Line
      title={title.filter(Boolean).join(' · ')}
      detail={
        <span title={order.trackingCode ?? undefined}>
          {[`${state} ${dateOnly(at, nowMs)}`, order.carrier].filter(Boolean).join(' · ')}
        </span>
      }
      aside={<Chip>{money(order.totalMinor, order.currency)}</Chip>}
      quiet={<LineMenu what={order.number} actions={actionsOf({ order, language, onReturn }, t)} />}
    />
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

const tones: Readonly<Record<string, Tone>> = {
  requested: 'warning',
  refused: 'bad',
  refunded: 'good',
  exchanged: 'good',
}

type ReturnLineProps = { readonly returned: ReturnCase; readonly language: string | null }

function ReturnLine({ returned, language }: ReturnLineProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const state = dynamicText(`returnState.${returned.state}`) ?? returned.state
  return (
    <Line
      title={`${returned.number} · ${dynamicText(`returnKind.${returned.kind}`) ?? returned.kind}`}
      detail={[returned.reason, t('service.asked', { time: dateOnly(returned.createdAtMs, nowMs) })]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <Chip tone={tones[returned.state] ?? 'plain'}>
          {state} {money(returned.amountMinor, returned.currency)}
        </Chip>
      }
      quiet={<LineMenu what={returned.number} actions={returnActions({ returned, language }, t)} />}
    />
  )
}

function returnActions(
  { returned, language }: ReturnLineProps,
  t: TFunction,
): readonly (LineAction | null)[] {
  const { number, ticketId, state } = returned
  const words = customerText(language, 'orderSentence.case', {
    number,
    state: customerText(language, `returnState.${state}`),
  })
  return [
    canInsert() && state !== 'other'
      ? { label: t('service.insertStatus'), run: () => insertWords(words) }
      : null,
    ticketId === null ? null : { label: t('service.openTicket'), run: () => openTicketInTab(ticketId) },
    { label: t('service.copyNumber'), run: () => void act('app.copyText', { text: number }) },
  ]
}
