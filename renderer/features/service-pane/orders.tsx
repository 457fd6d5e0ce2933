import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../shared/contract/cases.ts'
import type { CustomerCard, OrderView } from '../../../shared/contract/customers.ts'
import { isSettled } from '../../../shared/rules/cases/return-moves.ts'
import { Chip } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../lib/format.ts'
import { openCase } from '../../stores/case-store.ts'
import { orderSentence, trackingSentence } from './order-words.ts'
import { ReturnLine } from './returns/return-line.tsx'

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
        {orders.slice(0, SHOWN).map(order => (
          <OrderEntry
            key={order.id}
            order={order}
            language={language}
            onReturn={() => openCase({ form: 'return', orderId: order.id }, { customerId, ticketId })}
          />
        ))}
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
