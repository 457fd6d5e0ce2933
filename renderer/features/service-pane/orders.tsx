import { useTranslation } from 'react-i18next'
import type { CustomerCard, OrderView } from '../../../shared/contract/customers.ts'
import type { ReturnCase } from '../../../shared/domain/commerce.ts'
import { Chip } from '../../components/chip.tsx'
import type { Tone } from '../../components/chip.tsx'
import { Line, Section } from '../../components/section.tsx'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../lib/format.ts'

const SHOWN = 4

/** What was bought and what came back. */
export function Orders({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const { orders, orderCount, returns } = card.service
  if (orders.length + returns.length === 0) return null
  return (
    <Section title={t('service.orders')} detail={orderCount}>
      <ul>
        {returns.slice(0, SHOWN).map(each => (
          <ReturnLine key={each.id} returned={each} />
        ))}
        {orders.slice(0, SHOWN).map(order => (
          <OrderEntry key={order.id} order={order} />
        ))}
      </ul>
    </Section>
  )
}

function OrderEntry({ order }: { readonly order: OrderView }) {
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
    />
  )
}

const tones: Readonly<Record<string, Tone>> = {
  requested: 'warning',
  refused: 'bad',
  refunded: 'good',
  exchanged: 'good',
}

function ReturnLine({ returned }: { readonly returned: ReturnCase }) {
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
    />
  )
}
