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
  const [kind, setKind] = useState<Kind>('return')
  const [reason, setReason] = useState('')
  const [amount, setAmount] = useState(order.totalMinor / unit)
  const action = useAction('return.start')
  const seen = returns.filter(({ orderId }) => orderId === order.id).map(({ id }) => id)
  const start = async (): Promise<void> => {
    const { id: orderId, customerId, currency } = order
    const about = { customerId, ticketId, orderId, kind, currency, reason: reason.trim() || null, seen }
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
      <SegmentedControl<Kind>
        aria-label={t('service.caseKind')}
        value={kind}
        onChange={setKind}
        data={RETURN_KINDS.map(value => ({ value, label: t(`returnKind.${value}`) }))}
      />
      <TextInput
        data-autofocus
        dir="auto"
        label={t('service.caseReason')}
        maxLength={2_000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <NumberInput
        label={t('service.caseAmount', { currency: order.currency })}
        min={0}
        decimalScale={currencyDigits(order.currency)}
        value={amount}
        onChange={value => setAmount(Number(value) || 0)}
      />
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
