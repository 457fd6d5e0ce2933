import { Button, Group, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '../../../shared/contract/customers.ts'
import type { ReturnCase } from '../../../shared/domain/commerce.ts'
import { RETURN_KINDS } from '../../../shared/domain/values.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { currencyDigits, money } from '../../lib/format.ts'
import { makeId } from '../../lib/make-id.ts'
import classes from './service-pane.module.css'

type StartReturnProps = {
  readonly order: OrderView | null
  readonly ticketId: string | null
  /** Cases of the customer, those of this order among them. */
  readonly returns: readonly ReturnCase[]
  readonly onClose: () => void
}
type Kind = (typeof RETURN_KINDS)[number]
/** `amount` in units of the order's currency, as people write it. */
type Wish = { readonly kind: Kind; readonly reason: string; readonly amount: number }

/** Asks for a return, refund or exchange of an order; who approves it decides later. */
export function StartReturn({ order, onClose, ...rest }: StartReturnProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={order !== null} onClose={onClose} title={t('service.startCase')} size="md">
      {order && <Form order={order} onClose={onClose} {...rest} />}
    </Dialog>
  )
}

function Form({
  order,
  ticketId,
  returns,
  onClose,
}: Omit<StartReturnProps, 'order'> & { readonly order: OrderView }) {
  const { t } = useTranslation()
  const unit = 10 ** currencyDigits(order.currency)
  const [wish, setWish] = useState<Wish>({ kind: 'return', reason: '', amount: order.totalMinor / unit })
  const action = useAction('return.start')
  const seen = returns.filter(({ orderId }) => orderId === order.id).map(({ id }) => id)
  const start = async (): Promise<void> => {
    const { id: orderId, customerId, currency } = order
    const { kind, amount } = wish
    const reason = wish.reason.trim() || null
    const about = { customerId, ticketId, orderId, kind, currency, reason, seen }
    const made = await action.run({
      ...about,
      returnId: makeId(),
      amountMinor: Math.max(0, Math.round(amount * unit)),
    })
    if (made !== null) onClose()
  }
  return (
    <form
      className={classes['cases']}
      onSubmit={event => {
        event.preventDefault()
        void start()
      }}
    >
      <p>{t('service.caseOf', { number: order.number, total: money(order.totalMinor, order.currency) })}</p>
      <Fields order={order} wish={wish} onChange={part => setWish(now => ({ ...now, ...part }))} />
      <p className={classes['none']}>{t('service.caseIsRequest')}</p>
      <FormError error={action.error} />
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={action.isBusy}>
          {t('service.ask')}
        </Button>
      </Group>
    </form>
  )
}

type FieldsProps = {
  readonly order: OrderView
  readonly wish: Wish
  readonly onChange: (part: Partial<Wish>) => void
}

function Fields({ order, wish, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <SegmentedControl<Kind>
        aria-label={t('service.caseKind')}
        value={wish.kind}
        onChange={kind => onChange({ kind })}
        data={RETURN_KINDS.map(value => ({ value, label: t(`returnKind.${value}`) }))}
      />
      <TextInput
        data-autofocus
        dir="auto"
        label={t('service.caseReason')}
        maxLength={2_000}
        value={wish.reason}
        onChange={event => onChange({ reason: event.currentTarget.value })}
      />
      <NumberInput
        label={t('service.caseAmount', { currency: order.currency })}
        min={0}
        decimalScale={currencyDigits(order.currency)}
        value={wish.amount}
        onChange={value => onChange({ amount: Number(value) || 0 })}
      />
    </>
  )
}
