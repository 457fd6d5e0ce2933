import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { localWords } from '../../../shared/rules/diagnosis/known-details.ts'
import { earlyFields } from '../../../shared/rules/forms/ticket-fields.ts'
import { FieldInput } from '../../components/field-input.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import classes from './new-ticket.module.css'
import { kindsOf } from './ticket-form.ts'
import type { TicketForm } from './ticket-form.ts'

type KindFieldsProps = {
  readonly form: TicketForm
  readonly onChange: (change: Partial<TicketForm>) => void
}

/** What the kind of work asks for first: the thing and its code, the order. Nothing where nothing is known of them. */
export function KindFields({ form, onChange }: KindFieldsProps) {
  const { customerId, kind } = form
  const card = useLiveValue('customers.card', customerId === null ? null : { customerId })
  return (
    <div className={classes['to']}>
      {kind !== 'support' && card && <OrderField form={form} onChange={onChange} card={card} />}
      {kind !== 'service' && <FaultFields form={form} onChange={onChange} card={card} />}
      <OwnFields form={form} onChange={onChange} />
    </div>
  )
}

/** What the team asks for at the start of such work. */
function OwnFields({ form, onChange }: KindFieldsProps) {
  const { i18n } = useTranslation()
  const forms = useLiveValue('ticketForms.list', {}) ?? []
  return earlyFields(forms, kindsOf(form)).map(field => (
    <FieldInput
      key={field.key}
      field={field}
      label={localWords(field.label, i18n.language) ?? field.key}
      typed={form.typed[field.key] ?? ''}
      onType={text => onChange({ typed: { ...form.typed, [field.key]: text } })}
    />
  ))
}

function OrderField({ form, onChange, card }: KindFieldsProps & { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { orders } = card.service
  if (orders.length === 0) return null
  return (
    <Select
      label={t('newTicket.order')}
      clearable
      placeholder={t('newTicket.noOrder')}
      value={form.orderNumber}
      onChange={orderNumber => onChange({ orderNumber })}
      data={orders.map(({ number, placedAtMs }) => ({
        value: number,
        label: `${number} · ${dateOnly(placedAtMs, nowMs)}`,
      }))}
    />
  )
}

function FaultFields({ form, onChange, card }: KindFieldsProps & { readonly card: CustomerCard | null }) {
  const { t } = useTranslation()
  const things = (card?.support.assets ?? []).filter(({ state }) => state !== 'retired')
  return (
    <>
      {things.length > 0 && (
        <Select
          label={t('newTicket.asset')}
          clearable
          placeholder={t('newTicket.noAsset')}
          value={form.assetId}
          onChange={assetId => onChange({ assetId })}
          data={things.map(({ id, name, serial }) => ({
            value: id,
            label: [name, serial].filter(Boolean).join(' · '),
          }))}
        />
      )}
      <TextInput
        label={t('ticketField.errorCode')}
        placeholder="E-310"
        maxLength={100}
        value={form.errorCode}
        onChange={event => onChange({ errorCode: event.currentTarget.value })}
      />
    </>
  )
}
